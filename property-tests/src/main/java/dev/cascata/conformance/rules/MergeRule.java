package dev.cascata.conformance.rules;

import static dev.cascata.conformance.rules.Capability.CAUSES;
import static dev.cascata.conformance.rules.Capability.DEADLINES;
import static dev.cascata.conformance.rules.Capability.DEPENDENTS;
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
    MERGE_1(must("A merged context ends when the first of its parents ends, no matter which one.")
            .from("P10")
            .by(PROGRAM, RACE)
            .needs(MERGE)
            .because("Work that needs both of two requests must not continue after one of them has ended.")
            .goLacks("It has no merged contexts.")
            .look("Whether the merged context registers with every parent, instead of only with the first or the "
                    + "last.")
            .example("c1 = withCancel c0", "c2 = withCancel c0", "c3 = merge c1 c2", "cancel c2")),
    MERGE_2(must("A merged context takes err and cause from the parent that ended first, and later ends of the other "
                    + "parents change neither.")
            .from("P11")
            .by(PROGRAM, RACE)
            .needs(MERGE, CAUSES)
            .because("Otherwise the log blames a parent that did not end the work.")
            .goLacks("It has no merged contexts.")
            .look("Which err and cause are copied: those of the parent that ended, not those of the first in the "
                    + "list.")
            .example("c1 = withCancel c0", "c2 = withCancel c0", "c3 = merge c1 c2", "cancel c2 cause a", "cancel c1")),
    MERGE_3(must("The deadline of a merged context is the earliest of its parents' deadlines.")
            .from("P12")
            .by(PROGRAM)
            .needs(MERGE, DEADLINES)
            .because("With a later deadline, a call still runs when its result is no longer of use.")
            .goLacks("It has no merged contexts.")
            .look("The minimum over all parents, without those that have no deadline.")
            .example("c1 = withDeadline c0 9", "c2 = withDeadline c0 5", "c3 = merge c1 c2")),
    MERGE_4(must("The values of a merged context are those of its first parent and of no other.")
            .from("P13")
            .by(PROGRAM)
            .needs(MERGE, VALUES)
            .because("Otherwise the user that a lookup finds depends on what the other parents happen to bind.")
            .goLacks("It has no merged contexts.")
            .look("Lookups that continue in the next parent when the first has no binding.")
            .example("c1 = withValue c0 k0 v1", "c2 = merge c0 c1")),
    MERGE_5(must("When a merged context ends, it is removed from the dependents of each of its parents at once.")
            .from("P14")
            .by(PROGRAM, RACE)
            .needs(MERGE, DEPENDENTS)
            .because("Requests are merged with a context that lives as long as the server, and that context would "
                    + "keep them all in memory.")
            .goLacks("It has no merged contexts.")
            .look("The unlinking from the other parents when one of them ends, or when the merged context itself "
                    + "ends.")
            .example("c1 = withCancel c0", "c2 = withCancel c0", "c3 = merge c1 c2", "cancel c2")),
    MERGE_6(must("A context merged from a done parent is done from the start, with err and cause of the first done "
                    + "parent, and attaches nothing to the others.")
            .from("P15")
            .by(PROGRAM, RACE)
            .needs(MERGE)
            .because("Otherwise the context waits for another end and outlives the parent that it should have ended "
                    + "with.")
            .goLacks("It has no merged contexts.")
            .look("The check of all parents before anything is registered with any of them.")
            .example("c1 = withCancel c0", "c2 = withCancel c0", "cancel c2", "c3 = merge c1 c2")),
    MERGE_7(must("The end of a merged context ends none of its parents.")
            .from("P16")
            .by(PROGRAM, RACE)
            .needs(MERGE)
            .because("Otherwise the cancel of one user would end what all the others share.")
            .goLacks("It has no merged contexts.")
            .look("A cancel that is passed on to the parents along with the unlinking.")
            .example("c1 = withCancel c0", "c2 = withCancel c0", "c3 = merge c1 c2", "cancel c3")),
    MERGE_8(must("Every descendant of a merged context is done when the cancel of any of its parents returns.")
            .from("P17")
            .by(PROGRAM, RACE)
            .needs(MERGE, EAGER)
            .because("A caller that cancels and then frees resources must not do so while work below still runs.")
            .goLacks("It has no merged contexts.")
            .look("Whether the walk continues from the merged context, or leaves that to a callback.")
            .example(
                    "c1 = withCancel c0", "c2 = withCancel c0", "c3 = merge c1 c2", "c4 = withCancel c3", "cancel c2")),
    MERGE_9(must("A live merged context is one dependent of each of its parents, even of a parent that is given "
                    + "twice.")
            .from("P18")
            .by(PROGRAM)
            .needs(MERGE, DEPENDENTS)
            .because("Of two entries the end removes one, and the other stays as long as the parent lives.")
            .goLacks("It has no merged contexts.")
            .look("Parents that are the same context, or value layers over the same context.")
            .example("c1 = withCancel c0", "c2 = withCancel c0", "c3 = merge c1 c2 c1")),
    MERGE_10(must("A chain of a million merged contexts ends, is read and is printed without recursion.")
            .from("P19")
            .by(SCALE)
            .needs(MERGE)
            .because("Otherwise a session that merges its context with that of each message overflows the stack one "
                    + "day.")
            .goLacks("It has no merged contexts.")
            .look("Walks that call themselves for a merged child, and paths that double where two parents meet above.")
            .example("Half a million times a context is merged from the last one and a child of that; the first is "
                    + "cancelled on a small stack.")),
    MERGE_11(must("When two parents of merged contexts are cancelled at once, both cancels return, and each returns "
                    + "only when every descendant of its parent is done.")
            .from("P20")
            .by(DIRECTED, RACE)
            .needs(MERGE, EAGER, THREADS)
            .because("Two walks that wait for each other hang both threads for ever, and a walk that does not wait "
                    + "leaves live contexts behind.")
            .goLacks("It has no merged contexts.")
            .look("What a walk does when it meets a context that another walk has ended.")
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
