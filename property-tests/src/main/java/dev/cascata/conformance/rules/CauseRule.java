package dev.cascata.conformance.rules;

import static dev.cascata.conformance.rules.Capability.CAUSES;
import static dev.cascata.conformance.rules.Capability.DEADLINES;
import static dev.cascata.conformance.rules.Capability.DEADLINE_CAUSES;
import static dev.cascata.conformance.rules.Capability.DEFAULT_CAUSE;
import static dev.cascata.conformance.rules.Capability.FOREIGN_PARENTS;
import static dev.cascata.conformance.rules.Capability.KINDS;
import static dev.cascata.conformance.rules.Capability.VALUES;
import static dev.cascata.conformance.rules.Capability.VIRTUAL_TIME;
import static dev.cascata.conformance.rules.Evidence.DIRECTED;
import static dev.cascata.conformance.rules.Evidence.PROGRAM;
import static dev.cascata.conformance.rules.Evidence.RACE;
import static dev.cascata.conformance.rules.Text.must;

/** Which event decides the cause, and which contexts have it. */
public enum CauseRule implements Rule {
    CAUSE_1(must("The cause of a context is null exactly while its err is null.")
            .from("G38")
            .by(PROGRAM, RACE)
            .needs(CAUSES, DEFAULT_CAUSE)
            .because("A cause without an end looks like a failure that never happened, and an end without a cause "
                    + "explains nothing.")
            .go("The same: cause reads the err first.")
            .look("A cause that is stored before the end is certain, or that is missing when a deadline or a parent "
                    + "ends the context.")
            .example("c1 = withCancel c0", "cancel c1")),
    CAUSE_2(must("A context that is ended by a cancel with a cause is cancelled, and its cause is the object that was "
                    + "given.")
            .from("G39")
            .by(PROGRAM, RACE)
            .needs(CAUSES)
            .because("Callers compare causes by identity or type. A copy, or another exception around the cause, "
                    + "hides what they look for.")
            .go("The same: the error comes back unchanged.")
            .look("A cause that is wrapped, copied or translated on its way in or out.")
            .example("c1 = withCancel c0", "cancel c1 cause a")),
    CAUSE_3(must("After a cancel with a null cause, the cause is the err.")
            .from("G40")
            .by(PROGRAM)
            .needs(CAUSES, DEFAULT_CAUSE)
            .because("A null that a caller passes on would leave a done context without a reason.")
            .go("The same: a nil cause becomes the cancelled error.")
            .look("How cancel treats null: it has to mean 'no cause given'.")
            .example("c1 = withCancel c0", "cancel c1 cause null")),
    CAUSE_4(must("After a cancel without a cause, the cause is the err.")
            .from("G41")
            .by(PROGRAM)
            .needs(CAUSES, DEFAULT_CAUSE)
            .because("Reports print only the cause. Without the rule, they print nothing for a plain cancel.")
            .go("The same: after a plain cancel, cause and err are equal.")
            .look("The default cause if none was given.")
            .example("c1 = withCancel c0", "cancel c1")),
    CAUSE_5(must("The first event that ends a context fixes its cause; later events, its own or those of an ancestor, "
                    + "are ignored.")
            .from("G42")
            .by(PROGRAM, RACE)
            .needs(CAUSES)
            .because("The last cause in a shutdown is rarely the reason for it.")
            .go("The same: later causes are dropped silently.")
            .look("A cause that is written before the check for the done state, or written again by the walk.")
            .example("c1 = withCancel c0", "cancel c1 cause a", "cancel c1 cause b")),
    CAUSE_6(must("A context that ends with an ancestor has the same cause object as that ancestor.")
            .from("G43", "R3")
            .by(PROGRAM, RACE)
            .needs(CAUSES)
            .because("The reason is given near the root and read far below. If it is lost on the way, the log does "
                    + "not show why the work was stopped.")
            .go("The same: the walk carries the cause with it.")
            .look("What the walk passes to the children, and a cause that is wrapped again at each level.")
            .example("c1 = withCancel c0", "c2 = withCancel c1", "cancel c1 cause a")),
    CAUSE_7(must("An end without a given cause is final too: a later cause, given to the context or to an ancestor, "
                    + "is ignored.")
            .from("G44")
            .by(PROGRAM)
            .needs(CAUSES)
            .because("Otherwise late cleanup that cancels with a cause would report a failure after a normal end.")
            .go("The same: a plain cancel of the parent leaves no room for a later cause.")
            .look("A cause that is stored 'if still null' instead of together with the end.")
            .example("c1 = withCancel c0", "cancel c1", "cancel c1 cause a")),
    CAUSE_8(must("A context that is ended by its deadline has the cause given with that deadline, or its err if none "
                    + "was given.")
            .from("G45")
            .by(PROGRAM, RACE)
            .needs(CAUSES, DEADLINES, DEADLINE_CAUSES, VIRTUAL_TIME)
            .because("When one call has several time limits, only the cause shows which of them was too short.")
            .go("The same.")
            .look("The task of the timer: it has to end the context with the cause of the deadline.")
            .example("c1 = withDeadline c0 5 cause a", "advance 5")),
    CAUSE_9(must("A cancel of a context never uses the cause that was given with its deadline.")
            .from("G46")
            .by(PROGRAM, RACE)
            .needs(CAUSES, DEADLINES, DEADLINE_CAUSES)
            .because("Otherwise work that was cancelled in time would be reported as a timeout.")
            .go("The same: after such a cancel, err and cause are the cancelled error.")
            .look("A deadline cause that is stored in the field of the context's own cause.")
            .example("c1 = withDeadline c0 5 cause a", "cancel c1")),
    CAUSE_10(must("If a context has a deadline and its parent is cancelled with a cause, the earlier of the two "
                    + "events decides both err and cause.")
            .from("G47")
            .by(PROGRAM, RACE)
            .needs(CAUSES, DEADLINES, VIRTUAL_TIME)
            .because("A retry is right after a timeout and wrong after a shutdown, so the two must not be mixed.")
            .go("The same, in either order.")
            .look("The two ways to become done: the timer and the walk need one shared decision.")
            .example("c1 = withCancel c0", "c2 = withDeadline c1 5", "cancel c1 cause a", "advance 5")),
    CAUSE_11(must("The cause of a context is visible through value layers and through foreign contexts that share its "
                    + "done.")
            .from("G48")
            .by(PROGRAM)
            .needs(CAUSES, VALUES)
            .because("Nearly every context in a server has a value layer or two around it, and they must not hide the "
                    + "reason.")
            .go("The same, for its own value layers and for foreign contexts that pass lookups on.")
            .look("Which context a value layer asks for its cause.")
            .example("c1 = withCancel c0", "c2 = withValue c1 k0 v0", "cancel c1 cause a")),
    CAUSE_12(must("The cause of a foreign context that does not support causes is its err.")
            .from("G49")
            .by(DIRECTED)
            .needs(CAUSES, FOREIGN_PARENTS)
            .because("Otherwise the children of such a context would end without any reason.")
            .go("The same: if no context of its own is found, cause returns the err.")
            .look("The default of cause in the interface, and what a child copies from a foreign parent.")
            .example("A foreign context without a cause of its own ends; it and its child return its err as cause.")),
    CAUSE_13(must("While a foreign parent is live, its child has no cause, even if a context inside that parent has "
                    + "ended with one.")
            .from("G51")
            .by(DIRECTED)
            .needs(CAUSES, FOREIGN_PARENTS)
            .because("A foreign context may shield work from a cancel on purpose. That work must not see a failure "
                    + "while it is live.")
            .go("The same: while the err is nil, the cause is nil, whether or not an ancestor has ended.")
            .look("A cause that is looked up past the foreign parent, in the nearest built-in context.")
            .example(
                    "A foreign context with a done of its own stays live while the context inside ends with a cause.")),
    CAUSE_14(must("A given cause does not change the kind of an end: a cause is neither wrapped nor inspected.")
            .from("G52")
            .by(DIRECTED)
            .needs(CAUSES, KINDS)
            .because("Otherwise a cancel whose cause is a timeout from elsewhere would count as a timeout of this "
                    + "context.")
            .go("The same: a custom cause does not match the two errors of the package, and err ignores it.")
            .look("Type tests on the cause where the kind is decided.")
            .example("A context is cancelled with a deadline-exceeded exception "
                    + "as cause; it reads cancelled, with that very cause."));

    @SuppressWarnings("ImmutableEnumChecker") // Text changes only while the constants are made.
    private final Text text;

    CauseRule(Text text) {
        this.text = text;
    }

    @Override
    public Text text() {
        return text;
    }
}
