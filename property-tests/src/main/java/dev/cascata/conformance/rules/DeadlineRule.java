package dev.cascata.conformance.rules;

import static dev.cascata.conformance.rules.Capability.CAUSES;
import static dev.cascata.conformance.rules.Capability.DEADLINES;
import static dev.cascata.conformance.rules.Capability.DEADLINE_CAUSES;
import static dev.cascata.conformance.rules.Capability.DEPENDENTS;
import static dev.cascata.conformance.rules.Capability.FOREIGN_PARENTS;
import static dev.cascata.conformance.rules.Capability.HUGE_DURATIONS;
import static dev.cascata.conformance.rules.Capability.TIMER_COUNT;
import static dev.cascata.conformance.rules.Capability.VIRTUAL_TIME;
import static dev.cascata.conformance.rules.Evidence.DIRECTED;
import static dev.cascata.conformance.rules.Evidence.PROGRAM;
import static dev.cascata.conformance.rules.Evidence.RACE;
import static dev.cascata.conformance.rules.Evidence.RESOURCE;
import static dev.cascata.conformance.rules.Text.must;

/** Which deadline counts, when it fires, and when its timer is stopped. */
public enum DeadlineRule implements Rule {
    DEADLINE_1(must("A context made with a deadline reports that deadline, unless its parent has an earlier one.")
            .from("G54")
            .by(PROGRAM, RACE)
            .needs(DEADLINES)
            .because("Callees pass on the remaining time. With a wrong deadline they wait too long or give up too "
                    + "early.")
            .go("The same.")
            .look("Rounding and conversion of the instant, and which of two deadlines is stored.")
            .example("c1 = withDeadline c0 5")),
    DEADLINE_2(must("The deadline of a context is the earlier of its own and its parent's; a later own deadline is "
                    + "dropped with its cause and makes no timer.")
            .from("G55")
            .by(PROGRAM)
            .needs(DEADLINES)
            .because("Otherwise a callee could give itself more time than its caller has, and each such context would "
                    + "cost a useless timer.")
            .go("The same: the child becomes a plain cancellable context.")
            .look("The comparison with the deadline of the parent in the constructor, before a timer is made.")
            .example("c1 = withDeadline c0 5", "c2 = withDeadline c1 9")),
    DEADLINE_3(must("When a parent and its child have the same deadline, the child has the cause of either, and the "
                    + "descendants of the child agree with it.")
            .from("G56")
            .by(PROGRAM, RACE)
            .needs(DEADLINES, CAUSES, DEADLINE_CAUSES, VIRTUAL_TIME)
            .because("Two timers fire at once. A mix of their outcomes would report something that never happened.")
            .go("The same: both outcomes occur, and the descendants follow the child.")
            .look("Two timers at the same tick: the one that ends the child has to end its descendants with the same "
                    + "cause.")
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
            .look("Whether the timer is made at all, and which kind its task writes.")
            .example("c1 = withDeadline c0 5", "advance 5")),
    DEADLINE_5(must("A context never expires before its deadline.")
            .from("G58")
            .by(PROGRAM)
            .needs(DEADLINES, VIRTUAL_TIME)
            .because("Otherwise calls that are within their limit fail at random, mostly under load.")
            .go("The same: the timer fires at the given instant or later.")
            .look("Rounding down to milliseconds, and a mix of two clocks.")
            .example("c1 = withDeadline c0 5", "advance 4")),
    DEADLINE_6(must("A context whose deadline is now or has passed is done when its constructor returns, with the "
                    + "cause given with the deadline.")
            .from("G60")
            .by(PROGRAM)
            .needs(DEADLINES)
            .because("Otherwise work that has no time left would start, and run until a timer thread gets its turn.")
            .go("The same, and no timer is made.")
            .look("The comparison with the clock in the constructor: 'not after now', and before a timer is made.")
            .example("c1 = withDeadline c0 -1")),
    DEADLINE_7(must("A context made with a past deadline under a done parent has the err and the cause of the parent.")
            .from("G61")
            .by(PROGRAM)
            .needs(DEADLINES)
            .because("Otherwise a shutdown would look like a wave of timeouts.")
            .go("The same: the parent ended first.")
            .look("The order of the two checks in the constructor: first the state of the parent, then the clock.")
            .example("c1 = withCancel c0", "cancel c1", "c2 = withDeadline c1 -1")),
    DEADLINE_8(must("The deadline of a context never changes, not even when the context ends.")
            .from("G62")
            .by(PROGRAM)
            .needs(DEADLINES)
            .because("Code that reports how late a call was reads the deadline after the end.")
            .go("The same.")
            .look("A deadline field that is cleared with the timer, or a deadline that is read from the parent again.")
            .example("c1 = withDeadline c0 5", "cancel c1")),
    DEADLINE_9(must("A cancel after the expiry changes nothing.")
            .from("G63")
            .by(PROGRAM)
            .needs(DEADLINES, VIRTUAL_TIME)
            .because("The cleanup at the end of every call cancels. It would turn each timeout into a plain cancel.")
            .go("The same.")
            .look("The check for the done state in the cancel of a context with a deadline.")
            .example("c1 = withDeadline c0 5", "advance 5", "cancel c1")),
    DEADLINE_10(must("A cancel before the expiry ends the context as cancelled, and its timer is stopped and never "
                    + "acts.")
            .from("G64")
            .by(PROGRAM, RACE)
            .needs(DEADLINES, VIRTUAL_TIME)
            .because("Most deadlines are never reached. Timers that are not stopped fill the scheduler with tasks for "
                    + "calls that have ended.")
            .go("The same.")
            .look("Whether cancel cancels the scheduled task and removes it from the queue, and whether a late task "
                    + "checks for the done state.")
            .example("c1 = withDeadline c0 5", "cancel c1", "advance 5")),
    DEADLINE_11(must("An expiry unlinks the context from its parent, as a cancel does.")
            .from("G65")
            .by(PROGRAM)
            .needs(DEADLINES, VIRTUAL_TIME, DEPENDENTS)
            .because("Otherwise every call that timed out stays in memory as long as its parent lives.")
            .go("The same.")
            .look("The task of the timer: it has to unlink the context as well as end it.")
            .example("c1 = withCancel c0", "c2 = withDeadline c1 5", "advance 5")),
    DEADLINE_12(must("The end of a parent stops every timer below it.")
            .from("G66")
            .by(PROGRAM, RACE)
            .needs(DEADLINES, TIMER_COUNT)
            .because("Otherwise a cancelled request keeps its timers, and through them its memory, until the last "
                    + "deadline has passed.")
            .go("The same: the walk stops the timer of every context that it ends.")
            .look("The walk: it has to stop the timer of a child, as a cancel of the child would.")
            .example("c1 = withCancel c0", "c2 = withDeadline c1 5", "cancel c1")),
    DEADLINE_13(must("An expiry ends every live descendant as deadline exceeded, with the cause of that expiry.")
            .from("G67")
            .by(PROGRAM, RACE)
            .needs(DEADLINES, VIRTUAL_TIME)
            .because("The caller sets the limit, and the callees do the work. They have to learn why they must stop.")
            .go("The same.")
            .look("The err and the cause that the task of the timer passes to the walk.")
            .example("c1 = withDeadline c0 5", "c2 = withCancel c1", "advance 5")),
    DEADLINE_14(must("A timeout is a deadline at now plus the timeout; a zero or negative timeout ends the context at "
                    + "once.")
            .from("G68")
            .by(PROGRAM)
            .needs(DEADLINES, VIRTUAL_TIME)
            .because("The remaining time is computed by subtraction and is often zero or less. If that meant 'no "
                    + "limit', the limit would be lost.")
            .go("The same: one constructor calls the other.")
            .look("A second code path for timeouts, and special meanings of zero and of negative numbers.")
            .example("advance 2", "c1 = withTimeout c0 5")),
    DEADLINE_15(must("The largest duration never overflows into an early end, and the most negative duration never "
                    + "overflows into a late end.")
            .from("G69")
            .by(PROGRAM)
            .needs(DEADLINES, HUGE_DURATIONS)
            .because("'As long as possible' is written as the largest number, and a sum that wraps around turns it "
                    + "into 'at once'.")
            .go("The same.")
            .look("Additions of now and a duration in nanoseconds, and comparisons of instants by less-than instead "
                    + "of by difference.")
            .example("c1 = withTimeout c0 huge", "c2 = withTimeout c0 -huge")),
    DEADLINE_16(must("A child compares its deadline with the one that its parent reports, even if a foreign parent "
                    + "reports another deadline than the context inside.")
            .from("G70")
            .by(DIRECTED)
            .needs(DEADLINES, FOREIGN_PARENTS)
            .because("A foreign context may report an earlier deadline to reserve time for the response. Without the "
                    + "rule, that has no effect.")
            .go("The same: the constructor asks the given parent, not the context found inside.")
            .look("Whether the constructor asks the given parent or a built-in context above it.")
            .example("A foreign context shares done with a context and reports an earlier deadline; a child made with "
                    + "a later one reports the earlier one.")),
    DEADLINE_17(must("A context that has not ended before ends at exactly the tick of its reported deadline.")
            .from("R11")
            .by(PROGRAM)
            .needs(DEADLINES, VIRTUAL_TIME)
            .because("A test on virtual time advances to the deadline. If the context is still live then, the test "
                    + "cannot be trusted.")
            .go("The same on the virtual time of testing/synctest; on a real clock the timer may be late.")
            .look("Rounding up, a margin added to the delay, and a deadline that is not read from the clock of the "
                    + "timer.")
            .example("c1 = withTimeout c0 5", "advance 4", "advance 1")),
    DEADLINE_18(must("No end leaves a timer behind: neither a cancel, nor the end of a parent, nor an expiry, nor "
                    + "being done from the start.")
            .from("R6")
            .by(PROGRAM, RESOURCE, RACE)
            .needs(DEADLINES, TIMER_COUNT)
            .because("Timers left in the scheduler keep their contexts in memory, and a busy server makes millions of "
                    + "them.")
            .go("The same: every end stops the timer.")
            .look("The ends that do not go through cancel, and a timer made after the parent has ended the context.")
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
