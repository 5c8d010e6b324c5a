package dev.cascata.conformance.rules;

import static dev.cascata.conformance.rules.Capability.CAUSES;
import static dev.cascata.conformance.rules.Capability.DEPENDENTS;
import static dev.cascata.conformance.rules.Capability.DEADLINES;
import static dev.cascata.conformance.rules.Capability.DEADLINE_CAUSES;
import static dev.cascata.conformance.rules.Capability.FOREIGN_PARENTS;
import static dev.cascata.conformance.rules.Capability.HUGE_DURATIONS;
import static dev.cascata.conformance.rules.Capability.TIMER_COUNT;
import static dev.cascata.conformance.rules.Capability.VIRTUAL_TIME;
import static dev.cascata.conformance.rules.Evidence.DIRECTED;
import static dev.cascata.conformance.rules.Evidence.PROGRAM;
import static dev.cascata.conformance.rules.Evidence.RACE;
import static dev.cascata.conformance.rules.Evidence.RESOURCE;
import static dev.cascata.conformance.rules.Text.must;

/** Which deadline counts, when it fires, and what becomes of its timer. */
public enum DeadlineRule implements Rule {
    DEADLINE_1(must("A context made with a deadline that its parent does not undercut reports that deadline.")
            .from("G54")
            .by(PROGRAM, RACE)
            .needs(DEADLINES)
            .because("Callees pass on the time that is left; with a wrong "
                    + "figure they wait too long or give up too soon.")
            .go("The same.")
            .look("Rounding and conversion of the instant, and which of two deadlines is stored.")
            .example("c1 = withDeadline c0 5")),
    DEADLINE_2(must("The deadline of a context is the earlier of its own and its parent's; a later own one is "
                    + "dropped with its cause and makes no timer.")
            .from("G55")
            .by(PROGRAM)
            .needs(DEADLINES)
            .because("A callee could grant itself more time than its caller has, "
                    + "and each such context would cost a timer for nothing.")
            .go("The same: the child turns into a plain cancellable one.")
            .look("The comparison with the parent's deadline in the constructor, before a timer is made.")
            .example("c1 = withDeadline c0 5", "c2 = withDeadline c1 9")),
    DEADLINE_3(must("When parent and child have the same deadline, the child shows the cause of either, and "
                    + "everything below the child agrees with it.")
            .from("G56")
            .by(PROGRAM, RACE)
            .needs(DEADLINES, CAUSES, DEADLINE_CAUSES, VIRTUAL_TIME)
            .because("Two timers are due at once; a mix of their outcomes would be a story that never happened.")
            .go("The same: both outcomes occur, and what is below the child follows the child.")
            .look("Two timers due at the same tick: whichever ends the "
                    + "child has to end its descendants with the same cause.")
            .example(
                    "c1 = withDeadline c0 5 cause a",
                    "c2 = withDeadline c1 5 cause b",
                    "c3 = withCancel c2",
                    "advance 5")),
    DEADLINE_4(must("A live context whose deadline passes ends as deadline exceeded.")
            .from("G57")
            .by(PROGRAM)
            .needs(DEADLINES, VIRTUAL_TIME)
            .because("A time limit that does not fire lets a call hang for ever.")
            .go("The same.")
            .look("Whether the timer is made at all, and the kind that its task writes.")
            .example("c1 = withDeadline c0 5", "advance 5")),
    DEADLINE_5(must("A context is never done by its deadline before that deadline.")
            .from("G58")
            .by(PROGRAM)
            .needs(DEADLINES, VIRTUAL_TIME)
            .because("Calls that would have met their limit fail at random, mostly under load.")
            .go("The same: the timer fires at the instant given or later.")
            .look("Rounding down to milliseconds, and mixing two clocks.")
            .example("c1 = withDeadline c0 5", "advance 4")),
    DEADLINE_6(must("A context whose deadline is now or past is done when its "
                    + "constructor returns, with the cause given for the deadline.")
            .from("G60")
            .by(PROGRAM)
            .needs(DEADLINES)
            .because("Work that has no time left would start all the same, until some timer thread gets its turn.")
            .go("The same, and no timer is made.")
            .look("The comparison with the clock in the constructor: 'not after now', and before any timer is made.")
            .example("c1 = withDeadline c0 -1")),
    DEADLINE_7(must("A context with a past deadline made under an ended parent shows the parent's err and cause.")
            .from("G61")
            .by(PROGRAM)
            .needs(DEADLINES)
            .because("A shutdown would show up as a wave of time-outs.")
            .go("The same: the parent's end came first.")
            .look("The order of the two checks in the constructor: the parent's state first, the clock next.")
            .example("c1 = withCancel c0", "cancel c1", "c2 = withDeadline c1 -1")),
    DEADLINE_8(must("The deadline of a context never changes, not even when the context ends.")
            .from("G62")
            .by(PROGRAM)
            .needs(DEADLINES)
            .because("Code that reports by how much a limit was missed asks after the end.")
            .go("The same.")
            .look("A deadline field that is cleared with the timer, or asked of the parent anew.")
            .example("c1 = withDeadline c0 5", "cancel c1")),
    DEADLINE_9(must("A cancel after the expiry changes nothing.")
            .from("G63")
            .by(PROGRAM)
            .needs(DEADLINES, VIRTUAL_TIME)
            .because("The clean-up at the end of every call cancels; it would turn each time-out into a plain cancel.")
            .go("The same.")
            .look("The check for an ended state in the cancel of a context with a deadline.")
            .example("c1 = withDeadline c0 5", "advance 5", "cancel c1")),
    DEADLINE_10(must("A cancel before the expiry ends the context as "
                    + "cancelled, and its timer is stopped and never acts.")
            .from("G64")
            .by(PROGRAM, RACE)
            .needs(DEADLINES, VIRTUAL_TIME)
            .because("Most limits are never reached; timers that run on "
                    + "fill the scheduler with tasks for calls long over.")
            .go("The same.")
            .look("Whether cancel cancels the scheduled task and takes it "
                    + "out of the queue, and whether a late task finds the end.")
            .example("c1 = withDeadline c0 5", "cancel c1", "advance 5")),
    DEADLINE_11(must("An expiry unlinks the context from its parent, as a cancel does.")
            .from("G65")
            .by(PROGRAM)
            .needs(DEADLINES, VIRTUAL_TIME, DEPENDENTS)
            .because("Under a long-lived parent every call that timed out would stay in memory.")
            .go("The same.")
            .look("The timer's task: it has to unlink as well as end.")
            .example("c1 = withCancel c0", "c2 = withDeadline c1 5", "advance 5")),
    DEADLINE_12(must("The end of a parent stops every timer below it.")
            .from("G66")
            .by(PROGRAM, RACE)
            .needs(DEADLINES, TIMER_COUNT)
            .because("A cancelled request would keep its timers, and through "
                    + "them its memory, until the last limit has passed.")
            .go("The same: the walk stops the timer of every context that it ends.")
            .look("The walk: it has to treat a child with a deadline as its own cancel would.")
            .example("c1 = withCancel c0", "c2 = withDeadline c1 5", "cancel c1")),
    DEADLINE_13(must("An expiry ends every live descendant as deadline exceeded, with the cause of that expiry.")
            .from("G67")
            .by(PROGRAM, RACE)
            .needs(DEADLINES, VIRTUAL_TIME)
            .because("The limit is set on the outside and the work is done "
                    + "on the inside; the inside has to learn why it stops.")
            .go("The same.")
            .look("The err and the cause that the timer's task hands to the walk.")
            .example("c1 = withDeadline c0 5", "c2 = withCancel c1", "advance 5")),
    DEADLINE_14(must("A timeout is a deadline at now plus the timeout; "
                    + "zero or a negative one ends the context at once.")
            .from("G68")
            .by(PROGRAM)
            .needs(DEADLINES, VIRTUAL_TIME)
            .because("Time left is worked out by subtraction and is often "
                    + "zero or less; taken as 'no limit' it removes the limit.")
            .go("The same: one constructor calls the other.")
            .look("A second code path for timeouts, and special meanings of zero and of negative numbers.")
            .example("advance 2", "c1 = withTimeout c0 5")),
    DEADLINE_15(must("The largest duration does not overflow into an early "
                    + "end, nor the most negative one into a late end.")
            .from("G69")
            .by(PROGRAM)
            .needs(DEADLINES, HUGE_DURATIONS)
            .because("'As long as possible' is written as the largest number, "
                    + "and a sum that wraps around turns it into 'at once'.")
            .go("The same.")
            .look("Additions of now and a duration in nanoseconds, and "
                    + "comparisons of instants by less-than and not by difference.")
            .example("c1 = withTimeout c0 huge", "c2 = withTimeout c0 -huge")),
    DEADLINE_16(must("The earlier of two deadlines is found by asking the parent: a wrapper that reports "
                    + "another deadline changes those of its children.")
            .from("G70")
            .by(DIRECTED)
            .needs(DEADLINES, FOREIGN_PARENTS)
            .because("A wrapper that shortens the time, to leave some for the answer, would have no effect.")
            .go("The same: the constructor asks the parent given to it, not the context found inside.")
            .look("Whether the constructor asks the parent itself or a context of one's own further up.")
            .example("A wrapper shares done with a context and reports an earlier deadline; a child made with a "
                    + "later one reports the wrapper's.")),
    DEADLINE_17(must("A context that is live until then ends at the very tick that its reported deadline names.")
            .from("R11")
            .by(PROGRAM)
            .needs(DEADLINES, VIRTUAL_TIME)
            .because("A test on virtual time that advances to the deadline "
                    + "and still finds a live context cannot be trusted.")
            .go("It promises only 'not before': on a real clock the timer may be late.")
            .look("Rounding up, a margin added to the delay, and a "
                    + "deadline reported from another clock than the timer's.")
            .example("c1 = withTimeout c0 5", "advance 4", "advance 1")),
    DEADLINE_18(must("No end of any kind leaves a timer behind: neither an own cancel, nor a parent's end, nor "
                    + "an expiry, nor being born done.")
            .from("R6")
            .by(PROGRAM, RESOURCE, RACE)
            .needs(DEADLINES, TIMER_COUNT)
            .because("Timers left in the scheduler hold their contexts, and a busy server holds millions of them.")
            .go("The same: every end stops the timer.")
            .look("The ends that do not go through cancel, and a timer made after the context was ended by its parent.")
            .example("c1 = withTimeout c0 5", "cancel c1"));

    @SuppressWarnings("ImmutableEnumChecker") // Text changes only while the constants are made.
    private final Text text;

    DeadlineRule(Text text) {
        this.text = text;
    }

    @Override
    public Text text() {
        return text;
    }
}
