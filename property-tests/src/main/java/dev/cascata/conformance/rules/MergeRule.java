package dev.cascata.conformance.rules;

import static dev.cascata.conformance.rules.Capability.CAUSES;
import static dev.cascata.conformance.rules.Capability.DEPENDENTS;
import static dev.cascata.conformance.rules.Capability.DEADLINES;
import static dev.cascata.conformance.rules.Capability.EAGER;
import static dev.cascata.conformance.rules.Capability.MERGE;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static dev.cascata.conformance.rules.Capability.VALUES;
import static dev.cascata.conformance.rules.Evidence.DIRECTED;
import static dev.cascata.conformance.rules.Evidence.PROGRAM;
import static dev.cascata.conformance.rules.Evidence.RACE;
import static dev.cascata.conformance.rules.Evidence.SCALE;
import static dev.cascata.conformance.rules.Text.must;

/** What a context of several parents takes from each of them. */
public enum MergeRule implements Rule {
    MERGE_1(must("A merged context ends when the first of its parents ends, whichever of them that is.")
            .from("P10")
            .by(PROGRAM, RACE)
            .needs(MERGE)
            .because("Work that serves two masters would go on although one of them has called it off.")
            .goCannotShow("It has no merged contexts.")
            .look("Whether the merged context registers with every parent, and not with the first or the last alone.")
            .example("c1 = withCancel c0", "c2 = withCancel c0", "c3 = merge c1 c2", "cancel c2")),
    MERGE_2(must("A merged context takes err and cause from the parent that ended first, and what the others do "
                    + "later changes neither.")
            .from("P11")
            .by(PROGRAM, RACE)
            .needs(MERGE, CAUSES)
            .because("The log would blame the master that is still content.")
            .goCannotShow("It has no merged contexts.")
            .look("Whose err and cause are copied: those of the parent that called, not of the first in the list.")
            .example("c1 = withCancel c0", "c2 = withCancel c0", "c3 = merge c1 c2", "cancel c2 cause a", "cancel c1")),
    MERGE_3(must("The deadline of a merged context is the earliest of its parents' deadlines.")
            .from("P12")
            .by(PROGRAM)
            .needs(MERGE, DEADLINES)
            .because("A call that is given the later one still runs when its answer is of no use to anybody.")
            .goCannotShow("It has no merged contexts.")
            .look("The minimum over all parents, with those left out that have no deadline.")
            .example("c1 = withDeadline c0 9", "c2 = withDeadline c0 5", "c3 = merge c1 c2")),
    MERGE_4(must("The values of a merged context are those of its first parent and of no other.")
            .from("P13")
            .by(PROGRAM)
            .needs(MERGE, VALUES)
            .because("Whose user a lookup finds would depend on what the other parents happen to bind.")
            .goCannotShow("It has no merged contexts.")
            .look("Lookups that go on to the next parent when the first has no binding.")
            .example("c1 = withValue c0 k0 v1", "c2 = merge c0 c1")),
    MERGE_5(must("When a merged context ends, each of its parents lets go of it at once.")
            .from("P14")
            .by(PROGRAM, RACE)
            .needs(MERGE, DEPENDENTS)
            .because("Requests are merged with a context that lives as long as the server, which would keep them all.")
            .goCannotShow("It has no merged contexts.")
            .look("The unlinking from the other parents when one of them ends, or when the merged context itself does.")
            .example("c1 = withCancel c0", "c2 = withCancel c0", "c3 = merge c1 c2", "cancel c2")),
    MERGE_6(must("A context that is merged from parents of which some have ended is born done, with the err and the "
                    + "cause of the first of those, and attaches nothing to the others.")
            .from("P15")
            .by(PROGRAM, RACE)
            .needs(MERGE)
            .because("A context that waits for a further end would outlive what it was to end with.")
            .goCannotShow("It has no merged contexts.")
            .look("The look at all parents before anything is registered with any of them.")
            .example("c1 = withCancel c0", "c2 = withCancel c0", "cancel c2", "c3 = merge c1 c2")),
    MERGE_7(must("The end of a merged context ends none of its parents.")
            .from("P16")
            .by(PROGRAM, RACE)
            .needs(MERGE)
            .because("One user's cancel would end what all the others share.")
            .goCannotShow("It has no merged contexts.")
            .look("A cancel that is handed on to the parents along with the unlinking.")
            .example("c1 = withCancel c0", "c2 = withCancel c0", "c3 = merge c1 c2", "cancel c3")),
    MERGE_8(must("Whatever lies below a merged context has ended when the cancel of any of its parents returns.")
            .from("P17")
            .by(PROGRAM, RACE)
            .needs(MERGE, EAGER)
            .because("Whoever cancels and then cleans up would do so under work that still runs.")
            .goCannotShow("It has no merged contexts.")
            .look("Whether the walk goes on from the merged context, or leaves that to a callback.")
            .example(
                    "c1 = withCancel c0", "c2 = withCancel c0", "c3 = merge c1 c2", "c4 = withCancel c3", "cancel c2")),
    MERGE_9(must("A live merged context is held once by each of its parents, by one that is given twice only once.")
            .from("P18")
            .by(PROGRAM)
            .needs(MERGE, DEPENDENTS)
            .because("Of two entries the end removes one, and the other stays as long as the parent lives.")
            .goCannotShow("It has no merged contexts.")
            .look("Parents that are the same context, or layers of values over the same one.")
            .example("c1 = withCancel c0", "c2 = withCancel c0", "c3 = merge c1 c2 c1")),
    MERGE_10(must("A million merged contexts below one another end, are read and are printed without recursion.")
            .from("P19")
            .by(SCALE)
            .needs(MERGE)
            .because("A session that merges its context with that of each message overflows the stack one day.")
            .goCannotShow("It has no merged contexts.")
            .look("Walks that call themselves for a merged child, and ways that double where two parents meet above.")
            .example("Half a million times a context is merged from the last one and a child of that; the first is "
                    + "cancelled on a small stack.")),
    MERGE_11(must("When two parents of merged contexts are cancelled at once, both cancels return, and each finds "
                    + "everything below its parent done.")
            .from("P20")
            .by(DIRECTED, RACE)
            .needs(MERGE, EAGER, THREADS)
            .because("Two walks that wait for each other hang both threads for ever, and one that waits for nobody "
                    + "leaves live contexts behind.")
            .goCannotShow("It has no merged contexts.")
            .look("What a walk does that meets a context which another walk has ended.")
            .example("Contexts are merged from two parents in either order; two threads cancel one parent each."));

    @SuppressWarnings("ImmutableEnumChecker") // Text changes only while the constants are made.
    private final Text text;

    MergeRule(Text text) {
        this.text = text;
    }

    @Override
    public Text text() {
        return text;
    }
}
