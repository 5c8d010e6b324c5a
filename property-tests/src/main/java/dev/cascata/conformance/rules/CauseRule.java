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

/** Which event decides the cause, and who gets to see it. */
public enum CauseRule implements Rule {
    CAUSE_1(must("The cause of a context is null exactly while its err is null.")
            .from("G38")
            .by(PROGRAM, RACE)
            .needs(CAUSES, DEFAULT_CAUSE)
            .because("A cause without an end reads as a failure that "
                    + "never was, and an end without a cause says nothing.")
            .go("The same: cause asks for the err first.")
            .look("A cause that is stored before the end is certain, or "
                    + "left out when a deadline or a parent ends the context.")
            .example("c1 = withCancel c0", "cancel c1")),
    CAUSE_2(must("A context ended by a cancel with a cause is cancelled, and its cause is the very object given.")
            .from("G39")
            .by(PROGRAM, RACE)
            .needs(CAUSES)
            .because("Callers compare causes by identity or type; a copy or a wrapper hides what they look for.")
            .go("The same: the error given comes back as it is.")
            .look("Wrapping, copying or translating the cause on its way in or out.")
            .example("c1 = withCancel c0", "cancel c1 cause a")),
    CAUSE_3(must("After a cancel with a null cause the cause is the err.")
            .from("G40")
            .by(PROGRAM)
            .needs(CAUSES, DEFAULT_CAUSE)
            .because("A null that somebody passes on would leave an ended context without a reason.")
            .go("The same: a nil cause becomes the cancelled error.")
            .look("The treatment of null in cancel: it has to mean 'no cause given'.")
            .example("c1 = withCancel c0", "cancel c1 cause null")),
    CAUSE_4(must("After a cancel without a cause the cause is the err.")
            .from("G41")
            .by(PROGRAM)
            .needs(CAUSES, DEFAULT_CAUSE)
            .because("Reports print the cause alone; without this every plain cancel prints nothing.")
            .go("The same: a plain cancel leaves cause and err equal.")
            .look("The default of the cause where none was given.")
            .example("c1 = withCancel c0", "cancel c1")),
    CAUSE_5(must("The first event to end a context fixes its cause; later ones, its own or an ancestor's, are ignored.")
            .from("G42")
            .by(PROGRAM, RACE)
            .needs(CAUSES)
            .because("The last cause in a shutdown is hardly ever the reason for it.")
            .go("The same: later causes are dropped without a word.")
            .look("A cause that is written before the check for an ended state, or again by the walk.")
            .example("c1 = withCancel c0", "cancel c1 cause a", "cancel c1 cause b")),
    CAUSE_6(must("A descendant shows the very cause object of the ancestor event that ended it.")
            .from("G43", "R3")
            .by(PROGRAM, RACE)
            .needs(CAUSES)
            .because("The reason is given far up and asked for far down; if it is "
                    + "lost on the way, nobody learns why the work was stopped.")
            .go("The same: the walk carries the cause with it.")
            .look("What the walk hands to the children, and a cause that is wrapped anew at each level.")
            .example("c1 = withCancel c0", "c2 = withCancel c1", "cancel c1 cause a")),
    CAUSE_7(must("An end without a given cause is final too: a cause given "
                    + "later, to the context or to one above it, is ignored.")
            .from("G44")
            .by(PROGRAM)
            .needs(CAUSES)
            .because("A late clean-up that cancels with a cause would invent a failure for an orderly end.")
            .go("The same: a plain cancel of the parent leaves no room for a later cause.")
            .look("A cause slot that is filled 'if still null' and not together with the end.")
            .example("c1 = withCancel c0", "cancel c1", "cancel c1 cause a")),
    CAUSE_8(must("A context ended by its deadline shows the cause given "
                    + "with that deadline, and its err if none was given.")
            .from("G45")
            .by(PROGRAM, RACE)
            .needs(CAUSES, DEADLINES, DEADLINE_CAUSES, VIRTUAL_TIME)
            .because("With several time limits in one call, the cause alone tells which of them was too short.")
            .go("The same.")
            .look("The timer's task: it has to end the context with the cause of the deadline.")
            .example("c1 = withDeadline c0 5 cause a", "advance 5")),
    CAUSE_9(must("A cancel of a context never uses the cause that was given with its deadline.")
            .from("G46")
            .by(PROGRAM, RACE)
            .needs(CAUSES, DEADLINES, DEADLINE_CAUSES)
            .because("Work that was stopped in good time would be reported as a time-out.")
            .go("The same: such a cancel leaves the cancelled error as err and as cause.")
            .look("The cause of the deadline kept in the slot of the context's own cause.")
            .example("c1 = withDeadline c0 5 cause a", "cancel c1")),
    CAUSE_10(must("Of an own deadline and a parent cancelled with a cause, "
                    + "the one that comes first decides both err and cause.")
            .from("G47")
            .by(PROGRAM, RACE)
            .needs(CAUSES, DEADLINES, VIRTUAL_TIME)
            .because("A retry is right after a time-out and wrong after a shutdown, so the two must not be mixed.")
            .go("The same, in either order.")
            .look("The two ways into the ended state: the timer and the walk need one shared decision.")
            .example("c1 = withCancel c0", "c2 = withDeadline c1 5", "cancel c1 cause a", "advance 5")),
    CAUSE_11(must("The cause of a context shows through value layers and pass-through wrappers around it.")
            .from("G48")
            .by(PROGRAM)
            .needs(CAUSES, VALUES)
            .because("Nearly every context in a server carries a value or "
                    + "two on top; the reason would vanish behind them.")
            .go("The same, for its own value layers and for wrappers that hand lookups on.")
            .look("Which context a value layer asks for its cause.")
            .example("c1 = withCancel c0", "c2 = withValue c1 k0 v0", "cancel c1 cause a")),
    CAUSE_12(must("The cause of a foreign context that says nothing about causes is its err.")
            .from("G49")
            .by(DIRECTED)
            .needs(CAUSES, FOREIGN_PARENTS)
            .because("Children of an older implementation would end without any reason at all.")
            .go("The same: where no context of its own is found, cause answers the err.")
            .look("The default of cause in the interface, and what a child copies from a foreign parent.")
            .example("A foreign context without a cause of its own ends; it and its child answer its err as cause.")),
    CAUSE_13(must("While a foreign parent is live its child has no cause, "
                    + "even if a context inside that parent has ended with one.")
            .from("G51")
            .by(DIRECTED)
            .needs(CAUSES, FOREIGN_PARENTS)
            .because("Somebody who shields work from a cancel on purpose "
                    + "would find a failure reported in the middle of it.")
            .go("The same: where the err is nil the cause is nil, whatever is above.")
            .look("A cause that is looked up past the foreign parent, in the nearest context of one's own.")
            .example(
                    "A foreign context with a done of its own stays live while the context inside ends with a cause.")),
    CAUSE_14(must("A given cause does not change the kind of an end: causes are neither wrapped nor looked into.")
            .from("G52")
            .by(DIRECTED)
            .needs(CAUSES, KINDS)
            .because("A cancel that carries a time-out from elsewhere as its "
                    + "cause would be counted as a time-out of this context.")
            .go("The same: a custom cause does not match the two errors of the package, and err ignores it.")
            .look("Type tests on the cause where the kind is worked out.")
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
