package dev.cascata.conformance.rules;

import static dev.cascata.conformance.rules.Capability.BLOCKING_WAIT;
import static dev.cascata.conformance.rules.Capability.VIRTUAL_TIME;
import static dev.cascata.conformance.rules.Evidence.DIRECTED;
import static dev.cascata.conformance.rules.Evidence.RACE;
import static dev.cascata.conformance.rules.Text.must;

/** What a thread that waits for the end of a context can count on. */
public enum WaitRule implements Rule {
    WAIT_1(
            must("A thread that waits for the end of a context wakes when it ends, "
                            + "by a cancel, by its deadline or by an ancestor.")
                    .from("P30")
                    .by(DIRECTED, RACE)
                    .needs(BLOCKING_WAIT)
                    .because("A wake-up that is lost once is a thread that is lost for good.")
                    .go("The same: a receive from done returns when done is closed.")
                    .look("The gap between the look at the state and the parking, and ends that wake nobody.")
                    .example(
                            "A platform thread and, where there are any, a virtual thread wait; the context ends in each way.")),
    WAIT_2(must("A wait for the end of an ended context returns at once.")
            .from("P31")
            .by(DIRECTED)
            .needs(BLOCKING_WAIT)
            .because("Whoever comes late would wait for a signal that has been given already.")
            .go("The same: a receive from a closed channel does not block.")
            .look("A wait that does not look at the state first.")
            .example("A context is cancelled, then waited for, with a limit and without.")),
    WAIT_3(must("A timed wait answers false when its limit passes first, on the clock of the context, "
                    + "and true if the context has ended.")
            .from("P32")
            .by(DIRECTED, RACE)
            .needs(BLOCKING_WAIT, VIRTUAL_TIME)
            .because("A wait on another clock than the deadline's makes every test with virtual time hang or race.")
            .go("The same, with a select over done and a timer.")
            .look("Which clock the limit is measured on, and limits that are zero, negative or huge.")
            .example("A wait of five ticks is begun; after four it still waits, after five it has answered false.")),
    WAIT_4(must("An interrupt ends a wait with an InterruptedException and changes nothing else: "
                    + "the context lives, and other waits go on.")
            .from("P33")
            .by(DIRECTED)
            .needs(BLOCKING_WAIT)
            .because("Thread pools stop their threads by interrupt; a wait that swallows it cannot be shut down.")
            .goCannotShow("Goroutines cannot be interrupted.")
            .look("Loops that clear the interrupt and go on, and clean-up that ends the context.")
            .example("Of two waiting threads one is interrupted; the other wakes at the end of the context.")),
    WAIT_5(must("A wait that has returned, in whatever way, leaves nothing behind.")
            .from("P34")
            .by(DIRECTED, RACE)
            .needs(BLOCKING_WAIT)
            .because("A service that polls with short waits would fill the context with dead waiters.")
            .go("The same, once the timer of the select is stopped.")
            .look("Waiters and timers that are not taken back when the limit passes or an interrupt comes.")
            .example("Waits end by the context, by the limit and by an interrupt; "
                    + "what the context holds and the timers are counted."));

    @SuppressWarnings("ImmutableEnumChecker") // Text changes only while the constants are made.
    private final Text text;

    WaitRule(Text text) {
        this.text = text;
    }

    @Override
    public Text text() {
        return text;
    }
}
