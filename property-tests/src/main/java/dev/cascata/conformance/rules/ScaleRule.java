package dev.cascata.conformance.rules;

import static dev.cascata.conformance.rules.Capability.CALLBACKS;
import static dev.cascata.conformance.rules.Capability.DEADLINES;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static dev.cascata.conformance.rules.Capability.VALUES;
import static dev.cascata.conformance.rules.Capability.VIRTUAL_TIME;
import static dev.cascata.conformance.rules.Evidence.DIRECTED;
import static dev.cascata.conformance.rules.Evidence.PROGRAM;
import static dev.cascata.conformance.rules.Evidence.SCALE;
import static dev.cascata.conformance.rules.Text.must;
import static dev.cascata.conformance.rules.Text.should;

/** What works at any size, and while other threads are busy. */
public enum ScaleRule implements Rule {
    SCALE_1(must("A cancel reaches the end of a chain of any depth without overflowing the stack.")
            .from("G140", "R7")
            .by(PROGRAM, SCALE)
            .because("An overflow in the middle of a walk leaves the lower half of the tree live for ever.")
            .goDies("It recurses: two million levels work on its growing stack, and four million end the process.")
            .look("Recursion in cancel, in the reads that are passed to the parent, and in the unlinking.")
            .example("c1..c1200 = chain 1200 c0", "cancel c1")),
    SCALE_2(must("The lookup of a value does not recurse over the layers.")
            .from("G80")
            .by(PROGRAM, SCALE)
            .needs(VALUES)
            .because("Contexts that are wrapped once per retry or per message grow deep, and the first lookup of an "
                    + "absent key would overflow the stack.")
            .go("The same: the lookup is a loop, and only a foreign context costs a call.")
            .look("A lookup that calls itself on the parent.")
            .example("c1..c600 = layers 600 c0")),
    SCALE_3(must("A read finishes while another thread is busy inside a callback or inside the walk of a cancel.")
            .from("G138")
            .by(DIRECTED)
            .needs(CALLBACKS, THREADS)
            .because("Hot loops read whether they have to stop. If the read waits for a walk, the cancel of one tree "
                    + "stops the work of the others.")
            .goDiffers("Done and err do not wait, but its cause may wait for the whole walk.")
            .look("Locks taken by reads.")
            .example("A callback blocks, or a cancel walks over a large tree, "
                    + "while a second thread reads every context of that tree.")),
    SCALE_4(must("The cost to end, unlink or stop one of many contexts or callbacks does not grow with their number.")
            .from("P4")
            .by(SCALE)
            .because("Otherwise a server with a million open requests under one context spends its time searching for "
                    + "the one that has just ended.")
            .go("The same: the set of children is a map.")
            .look("A list of children that is searched or shifted at each removal.")
            .example("A million children of one context are cancelled one by one.")),
    SCALE_5(must("Reads, registrations, stops and derivations work at the end of a chain of any depth.")
            .from("P5")
            .by(SCALE)
            .because("Contexts that are wrapped once per retry grow deep, and a mere read of the err would overflow "
                    + "the stack.")
            .go("The same, but the deadline of a deep chain of value layers is read layer by layer.")
            .look("Reads that are passed from layer to layer, and the search for the context to register with.")
            .example("A context a million levels deep is read, registered on and derived from.")),
    SCALE_6(should("toString() works at any depth and returns at most a page.")
            .from("P6")
            .by(SCALE)
            .because("A line in the log must neither overflow the stack nor fill the disk.")
            .goDiffers("Printing recurses and repeats each prefix: the text grows with the depth, and a deep chain "
                    + "takes quadratic time.")
            .look("A toString that calls that of the parent.")
            .example("A context a million levels deep is printed.")),
    SCALE_7(must("An expiry reaches every descendant, at any depth and width, without overflowing the stack.")
            .from("P7")
            .by(SCALE)
            .needs(DEADLINES, VIRTUAL_TIME)
            .because("A timer thread that dies of an overflow can fire no later deadline.")
            .goDies("It uses the walk of a cancel, with the same recursion.")
            .look("The walk that starts from the timer.")
            .example("A context with a deadline and a million descendants expires."));

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
