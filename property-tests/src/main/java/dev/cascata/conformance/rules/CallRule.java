package dev.cascata.conformance.rules;

import static dev.cascata.conformance.rules.Capability.CAUSES;
import static dev.cascata.conformance.rules.Capability.DEPENDENTS;
import static dev.cascata.conformance.rules.Capability.FUTURES;
import static dev.cascata.conformance.rules.Capability.INTERRUPT_BRIDGE;
import static dev.cascata.conformance.rules.Evidence.DIRECTED;
import static dev.cascata.conformance.rules.Evidence.RACE;
import static dev.cascata.conformance.rules.Text.must;
import static dev.cascata.conformance.rules.Text.should;

/** How tasks and futures are bound to a context. */
public enum CallRule implements Rule {
    CALL_1(must("The thread of a bound call is interrupted when the context ends, and once only, however often the "
                    + "task goes back to waiting.")
            .from("P21")
            .by(DIRECTED, RACE)
            .needs(INTERRUPT_BRIDGE)
            .because("A blocking call into a driver knows no contexts; the interrupt is all that reaches it.")
            .goCannotShow("Goroutines cannot be interrupted from outside, so it has no such notion.")
            .look("Whether the call registers with its context before the task starts.")
            .example("A task waits; its context is cancelled. The task catches the interrupt and waits again, for "
                    + "something that comes; it is not interrupted again.")),
    CALL_2(must("Of the interrupt of a bound call nothing is left on the thread once the call has returned.")
            .from("P22")
            .by(DIRECTED, RACE)
            .needs(INTERRUPT_BRIDGE)
            .because("The next thing that blocks on this thread, somebody else's, would fail without a reason.")
            .goCannotShow("Goroutines cannot be interrupted from outside, so it has no such notion.")
            .look("The clearing of the thread's flag where the task has not used the interrupt up.")
            .example("A task cancels its own context and returns; the thread is not interrupted after the call.")),
    CALL_3(must("An interrupt that was pending before a bound call, or that came from elsewhere while the context "
                    + "lived, is kept, also if the context ends after that.")
            .from("P23")
            .by(DIRECTED)
            .needs(INTERRUPT_BRIDGE)
            .because("It was sent once, to shut the thread down, and nobody sends it again.")
            .goCannotShow("Goroutines cannot be interrupted from outside, so it has no such notion.")
            .look("Whether the flag is cleared only where the context's own interrupt came to a clear flag.")
            .example("The thread is interrupted, then a bound call is made whose task cancels the context and "
                    + "returns; the thread is still interrupted.")),
    CALL_4(must("A call that is bound to an ended context throws and does not run its task.")
            .from("P24")
            .by(DIRECTED, RACE)
            .needs(INTERRUPT_BRIDGE)
            .because("Work would be begun for which it is known that nobody waits.")
            .goCannotShow("Goroutines cannot be interrupted from outside, so it has no such notion.")
            .look("The look at the context before the task is run.")
            .example("A context is cancelled; a call is bound to it.")),
    CALL_5(should(
                    "A bound call whose task was interrupted by the end throws an exception that carries the cause of that end; "
                            + "all else that the task throws or returns is handed on as it is.")
            .from("P25")
            .by(DIRECTED)
            .needs(INTERRUPT_BRIDGE, CAUSES)
            .because("A bare interrupt does not say whether the user gave up or the time ran out.")
            .goCannotShow("Goroutines cannot be interrupted from outside, so it has no such notion.")
            .look("Where the interrupt is caught, and that it is told from one that came from elsewhere.")
            .example("The context of a task that waits is cancelled with a cause; another task cancels its context "
                    + "and returns a value.")),
    CALL_6(must("The interrupt of a bound call waits for no callback and for no executor.")
            .from("P26")
            .by(DIRECTED)
            .needs(INTERRUPT_BRIDGE)
            .because("With the executor busy, the very calls that keep it busy could not be interrupted.")
            .goCannotShow("Goroutines cannot be interrupted from outside, so it has no such notion.")
            .look("An interrupt that is sent from a callback.")
            .example("The environment's executor runs nothing; the context of a task that waits is cancelled.")),
    CALL_7(must("Once a bound call has returned, nothing of it is left with its context.")
            .from("P27")
            .by(DIRECTED)
            .needs(INTERRUPT_BRIDGE, DEPENDENTS)
            .because("A context that lives as long as the server is bound to a million calls.")
            .goCannotShow("Goroutines cannot be interrupted from outside, so it has no such notion.")
            .look("The unregistering when the task returns, and when it throws.")
            .example("Two calls are bound to a context that lives; one task returns, one throws.")),
    CALL_8(must("A future that is bound to a context is cancelled when the context ends, at once if it has ended, and "
                    + "not if it was taken back before.")
            .from("P28")
            .by(DIRECTED)
            .needs(FUTURES)
            .because("Work on another thread, or in another process, would go on for nobody.")
            .goCannotShow("It has no futures.")
            .look("The callback that cancels the future, and what takes it back.")
            .example("Two futures are bound to a context and one of them is taken back; the context is cancelled, "
                    + "and a third future is bound to it.")),
    CALL_9(must("A bound future that completes is let go of by its context, as far as it tells that it has completed.")
            .from("P29")
            .by(DIRECTED)
            .needs(FUTURES, DEPENDENTS)
            .because("Futures complete by the million under a context that does not end.")
            .goCannotShow("It has no futures.")
            .look("Whether completion stops the registration, also if it came before the binding.")
            .example("A completable future is bound to a context that lives, and completed; one that had completed "
                    + "before is bound as well."));

    @SuppressWarnings("ImmutableEnumChecker") // Text changes only while the constants are made.
    private final Text text;

    CallRule(Text text) {
        this.text = text;
    }

    @Override
    public Text text() {
        return text;
    }
}
