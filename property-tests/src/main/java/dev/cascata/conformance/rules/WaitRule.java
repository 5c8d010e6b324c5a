package dev.cascata.conformance.rules;

import static dev.cascata.conformance.rules.Capability.BLOCKING_WAIT;
import static dev.cascata.conformance.rules.Capability.VIRTUAL_TIME;
import static dev.cascata.conformance.rules.Evidence.DIRECTED;
import static dev.cascata.conformance.rules.Evidence.RACE;
import static dev.cascata.conformance.rules.Text.must;

/** What a thread that waits for the end of a context can rely on. */
public enum WaitRule implements Rule {
    WAIT_1(
            must("A thread that waits for the end of a context wakes when the context ends, by a cancel, by its "
                            + "deadline or by an ancestor.")
                    .from("P30")
                    .by(DIRECTED, RACE)
                    .needs(BLOCKING_WAIT)
                    .because("A thread that misses its wake-up waits for ever.")
                    .go("The same: a receive from done returns when done is closed.")
                    .look("The gap between checking the state and parking, and ends that wake no thread.")
                    .example(
                            "A platform thread and, where there are any, a virtual thread wait; the context ends in each way.")),
    WAIT_2(must("A wait for the end of a done context returns at once.")
            .from("P31")
            .by(DIRECTED)
            .needs(BLOCKING_WAIT)
            .because("Otherwise a thread that comes late waits for a signal that has already been given.")
            .go("The same: a receive from a closed channel does not block.")
            .look("A wait that does not check the state first.")
            .example("A context is cancelled, then waited for, with a limit and without.")),
    WAIT_3(must("A timed wait returns true if the context has ended, and false if its limit passes first, on the "
                    + "clock of the context.")
            .from("P32")
            .by(DIRECTED, RACE)
            .needs(BLOCKING_WAIT, VIRTUAL_TIME)
            .because("If the wait uses another clock than the deadline, every test with virtual time hangs or races.")
            .go("The same, with a select over done and a timer.")
            .look("Which clock the limit is measured on, and limits that are zero, negative or huge.")
            .example("A wait of five ticks is begun; after four it still waits, after five it has returned false.")),
    WAIT_4(must("An interrupt ends a wait with an InterruptedException and changes nothing else: the context stays "
                    + "live, and other waits continue.")
            .from("P33")
            .by(DIRECTED)
            .needs(BLOCKING_WAIT)
            .because("Thread pools stop their threads by interrupt. A thread whose wait swallows the interrupt cannot "
                    + "be stopped.")
            .goLacks("Goroutines cannot be interrupted.")
            .look("Loops that clear the interrupt and continue, and cleanup that ends the context.")
            .example("Of two waiting threads one is interrupted; the other wakes at the end of the context.")),
    WAIT_5(must("A wait leaves nothing behind after it has returned, no matter how it returned.")
            .from("P34")
            .by(DIRECTED, RACE)
            .needs(BLOCKING_WAIT)
            .because("Otherwise a service that polls with short waits fills the context with dead waiters.")
            .go("The same, once the timer of the select is stopped.")
            .look("Waiters and timers that are not removed when the limit passes or an interrupt arrives.")
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
