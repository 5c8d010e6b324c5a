package dev.cascata.conformance.rules;

import static dev.cascata.conformance.rules.Capability.DEPENDENTS;
import static dev.cascata.conformance.rules.Capability.DEADLINES;
import static dev.cascata.conformance.rules.Capability.VALUES;
import static dev.cascata.conformance.rules.Evidence.PROGRAM;
import static dev.cascata.conformance.rules.Text.must;

/** What a root promises: it never ends and holds nothing. */
public enum RootRule implements Rule {
    ROOT_1(must("A root is never done.")
            .from("G2")
            .by(PROGRAM)
            .because("A root that ends takes the whole program down with it, "
                    + "and everything derived from it later is born dead.")
            .go("The same: the done channel of a root is null, so waiting on it never succeeds.")
            .look("The root's done, and whether a cancel of some child can reach the root's own state.")
            .example("c1 = background")),
    ROOT_2(must("The err and the cause of a root are null for ever.")
            .from("G3")
            .by(PROGRAM)
            .because("Code tells live from ended by asking for the err; a root "
                    + "with one stops every piece of work before it begins.")
            .go("The same, for err and for cause.")
            .look("What the root answers as err and cause, above all if roots share code with contexts that can end.")
            .example("c1 = background")),
    ROOT_3(must("A root has no deadline.")
            .from("G4")
            .by(PROGRAM)
            .needs(DEADLINES)
            .because("The deadline of every context is capped by the one above "
                    + "it, so a deadline on the root is a deadline on the program.")
            .go("The same: a root answers that no deadline is set.")
            .look("The root's deadline, and a default such as zero or the "
                    + "largest date that stands for 'none' and is then compared.")
            .example("c1 = background")),
    ROOT_4(must("Every key looks up to null in a root.")
            .from("G5")
            .by(PROGRAM)
            .needs(VALUES)
            .because("A value that nobody bound leaks from one tree into all the others.")
            .go("The same: a root answers nil to every key.")
            .look("The end of the lookup loop, and static or thread-local storage used for values.")
            .example("c1 = withValue c0 k0 v0")),
    ROOT_5(must("Two trees under two roots share nothing: no end or expiry in one shows in the other.")
            .from("G7")
            .by(PROGRAM)
            .because("Two requests that know nothing of one another would cancel one another.")
            .go("The same by construction: the two roots are values without state.")
            .look("Static state: a shared list of children, a shared "
                    + "ended state, an ended flag kept outside the context.")
            .example("c1 = withCancel c0", "c2 = background", "c3 = withCancel c2", "cancel c1")),
    ROOT_6(must("Deriving from a context that can never end links nothing: it holds no children.")
            .from("G8")
            .by(PROGRAM)
            .needs(DEPENDENTS)
            .because("A root lives as long as the program, so everything that it holds is a leak.")
            .go("The same: under a parent that never ends the child is registered nowhere.")
            .look("The registration with the parent: it has to be left out where the parent can never end.")
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
