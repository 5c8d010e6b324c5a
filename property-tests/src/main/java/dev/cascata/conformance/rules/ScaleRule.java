package dev.cascata.conformance.rules;

import static dev.cascata.conformance.rules.Capability.CALLBACKS;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static dev.cascata.conformance.rules.Capability.VALUES;
import static dev.cascata.conformance.rules.Evidence.DIRECTED;
import static dev.cascata.conformance.rules.Evidence.PROGRAM;
import static dev.cascata.conformance.rules.Evidence.SCALE;
import static dev.cascata.conformance.rules.Text.must;

/** What holds at any size, and while others are busy. */
public enum ScaleRule implements Rule {
    SCALE_1(must("A cancel reaches the end of a chain of any depth without overflowing the stack.")
            .from("G140", "R7")
            .by(PROGRAM, SCALE)
            .because("An overflow in the middle of a walk leaves the lower half of the tree live for ever.")
            .go("It recurses: two million levels worked on its growing stack, four million ended the process.")
            .look("Recursion in cancel, in the reads that are handed to the parent, and in the unlinking.")
            .example("c1..c1200 = chain 1200 c0", "cancel c1")),
    SCALE_2(must("The lookup of a value does not recurse over the layers.")
            .from("G80")
            .by(PROGRAM, SCALE)
            .needs(VALUES)
            .because("Contexts that are wrapped once per retry or per message "
                    + "grow deep, and the first lookup of an absent key overflows.")
            .go("The same since lookups became a loop; only a foreign context costs a call.")
            .look("A lookup that calls itself on the parent.")
            .example("c1..c600 = layers 600 c0")),
    SCALE_3(must("A read finishes while another thread is busy inside a callback or inside the walk of a cancel.")
            .from("G138")
            .by(DIRECTED)
            .needs(CALLBACKS, THREADS)
            .because("Hot loops ask whether they have to stop; if the read waits "
                    + "for the walk, stopping one tree stops the others' work.")
            .go("Done and err are the same; its cause may wait for the whole walk.")
            .look("Locks taken by reads.")
            .example("A callback blocks, or a cancel walks over a large tree, "
                    + "while a second thread reads every context of that tree."));

    @SuppressWarnings("ImmutableEnumChecker") // Text changes only while the constants are made.
    private final Text text;

    ScaleRule(Text text) {
        this.text = text;
    }

    @Override
    public Text text() {
        return text;
    }
}
