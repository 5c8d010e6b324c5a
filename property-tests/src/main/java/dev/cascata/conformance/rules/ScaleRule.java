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
                    + "while a second thread reads every context of that tree.")),
    SCALE_4(must("What it takes to end, to unlink or to stop one of many does not grow with their number.")
            .from("P4")
            .by(SCALE)
            .because("A server with a million open requests under one context would "
                    + "spend its day looking for the one that has just ended.")
            .go("The same: the set of children is a map.")
            .look("A list of children that is searched or shifted at each removal.")
            .example("A million children of one context are cancelled one by one.")),
    SCALE_5(must("Reads, registrations, stops and derivations work at the end of a chain of any depth.")
            .from("P5")
            .by(SCALE)
            .because("Contexts that are wrapped once per retry grow deep; "
                    + "the overflow then comes from a mere look at the err.")
            .go("Reads of err and done do; the deadline of a deep chain of value layers is asked for layer by layer.")
            .look("Reads that are handed from layer to layer, and the search for the context to register with.")
            .example("A context a million levels deep is read, registered on and derived from.")),
    SCALE_6(should("The printed form of a context at any depth can be had, and is no longer than a page.")
            .from("P6")
            .by(SCALE)
            .because("A line in the log must neither overflow the stack nor fill the disk.")
            .goCannotShow("Printing recurses and repeats each prefix: a deep chain takes quadratic time and memory.")
            .look("A toString that calls that of the parent.")
            .example("A context a million levels deep is printed.")),
    SCALE_7(must("An expiry reaches everything below, at any depth and width, without overflowing the stack.")
            .from("P7")
            .by(SCALE)
            .needs(DEADLINES, VIRTUAL_TIME)
            .because("A timer thread that dies of an overflow takes every later expiry with it.")
            .go("The same walk as for a cancel, with the same recursion.")
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
