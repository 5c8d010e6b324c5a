package dev.cascata.conformance.rules;

import static dev.cascata.conformance.rules.Capability.DEADLINES;
import static dev.cascata.conformance.rules.Capability.DEPENDENTS;
import static dev.cascata.conformance.rules.Capability.VALUES;
import static dev.cascata.conformance.rules.Evidence.PROGRAM;
import static dev.cascata.conformance.rules.Text.must;

/** What a root guarantees: it never ends and has no dependents. */
public enum RootRule implements Rule {
    ROOT_1(must("A root is never done.")
            .from("G2")
            .by(PROGRAM)
            .because("If a root ends, every context of the program ends with it, and every context derived later is "
                    + "done from the start.")
            .go("The same: the done channel of a root is nil, so a receive from it never succeeds.")
            .look("The done of the root, and whether a cancel of a child can change the state of the root.")
            .example("c1 = background")),
    ROOT_2(must("The err and the cause of a root are always null.")
            .from("G3")
            .by(PROGRAM)
            .because("Code reads the err to see whether a context is live. A root with an err stops all work before "
                    + "it begins.")
            .go("The same, for err and for cause.")
            .look("What the root returns as err and cause, above all if roots share code with contexts that can end.")
            .example("c1 = background")),
    ROOT_3(must("A root has no deadline.")
            .from("G4")
            .by(PROGRAM)
            .needs(DEADLINES)
            .because("No context has a later deadline than its parent, so a deadline on the root would limit the "
                    + "whole program.")
            .go("The same: a root reports that no deadline is set.")
            .look("The deadline of the root, and a default such as zero or the largest date that means 'none' but is "
                    + "compared like a deadline.")
            .example("c1 = background")),
    ROOT_4(must("A root returns null for every key.")
            .from("G5")
            .by(PROGRAM)
            .needs(VALUES)
            .because("A value that a root returns was bound in another tree, so one request would see the data of "
                    + "another.")
            .go("The same: a root returns nil for every key.")
            .look("The end of the lookup loop, and static or thread-local storage of values.")
            .example("c1 = withValue c0 k0 v0")),
    ROOT_5(must("Two trees under two roots share nothing: a cancel or an expiry in one never shows in the other.")
            .from("G7")
            .by(PROGRAM)
            .because("Otherwise one request could cancel another that has nothing to do with it.")
            .go("The same: the two roots are values without state.")
            .look("Static state: a shared list of children, a shared done state, or a done flag that is stored "
                    + "outside the context.")
            .example("c1 = withCancel c0", "c2 = background", "c3 = withCancel c2", "cancel c1")),
    ROOT_6(must("Deriving from a context that can never end links nothing: that context has no dependents.")
            .from("G8")
            .by(PROGRAM)
            .needs(DEPENDENTS)
            .because("A root lives as long as the program, so each of its dependents would be a leak.")
            .go("The same: under a parent that never ends, a child is registered nowhere.")
            .look("The registration with the parent: skip it if the parent can never end.")
            .example("c1 = withCancel c0"));

    @SuppressWarnings("ImmutableEnumChecker") // Text changes only while the constants are made.
    private final Text text;

    RootRule(Text text) {
        this.text = text;
    }

    @Override
    public Text text() {
        return text;
    }
}
