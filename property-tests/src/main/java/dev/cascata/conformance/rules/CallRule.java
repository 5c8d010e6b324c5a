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
    CALL_1(must("The thread of a bound call is interrupted when the context ends, and only once, even if the task "
                    + "waits again.")
            .from("P21")
            .by(DIRECTED, RACE)
            .needs(INTERRUPT_BRIDGE)
            .because("A blocking call into a driver does not know the context, so only an interrupt reaches it. A "
                    + "second one would break its cleanup.")
            .goLacks("Goroutines cannot be interrupted from outside.")
            .look("Whether the call registers with its context before the task starts.")
            .example("A task waits; its context is cancelled. The task catches the interrupt and waits again, for "
                    + "something that arrives; it is not interrupted again.")),
    CALL_2(must("Nothing of the interrupt of a bound call is left on the thread once the call has returned.")
            .from("P22")
            .by(DIRECTED, RACE)
            .needs(INTERRUPT_BRIDGE)
            .because("Otherwise the next blocking operation on this thread, in unrelated code, fails without a "
                    + "reason.")
            .goLacks("Goroutines cannot be interrupted from outside.")
            .look("The code that clears the thread's flag if the task has not consumed the interrupt.")
            .example("A task cancels its own context and returns; the thread is not interrupted after the call.")),
    CALL_3(must("An interrupt that was pending before a bound call, or that came from elsewhere while the context was "
                    + "live, is kept, even if the context ends after that.")
            .from("P23")
            .by(DIRECTED)
            .needs(INTERRUPT_BRIDGE)
            .because("It was sent once, to shut the thread down, and is not sent again.")
            .goLacks("Goroutines cannot be interrupted from outside.")
            .look("Whether the flag is cleared only if it was clear when the context sent its own interrupt.")
            .example("The thread is interrupted, then a bound call is made whose task cancels the context and "
                    + "returns; the thread is still interrupted.")),
    CALL_4(must("A call that is bound to a done context throws and does not run its task.")
            .from("P24")
            .by(DIRECTED, RACE)
            .needs(INTERRUPT_BRIDGE)
            .because("Otherwise work begins although its result is no longer wanted.")
            .goLacks("Goroutines cannot be interrupted from outside.")
            .look("The check of the context before the task runs.")
            .example("A context is cancelled; a call is bound to it.")),
    CALL_5(should("A bound call whose task was interrupted by the end throws an exception with the cause of that end, "
                    + "and passes on any other exception or result unchanged.")
            .from("P25")
            .by(DIRECTED)
            .needs(INTERRUPT_BRIDGE, CAUSES)
            .because("A bare interrupt does not say whether the user gave up or the time ran out.")
            .goLacks("Goroutines cannot be interrupted from outside.")
            .look("Where the interrupt is caught, and how it is distinguished from an interrupt from elsewhere.")
            .example("The context of a task that waits is cancelled with a cause; another task cancels its context "
                    + "and returns a value.")),
    CALL_6(must("The interrupt of a bound call does not wait for any callback or executor.")
            .from("P26")
            .by(DIRECTED)
            .needs(INTERRUPT_BRIDGE)
            .because("If the executor is busy, the calls that keep it busy could not be interrupted.")
            .goLacks("Goroutines cannot be interrupted from outside.")
            .look("An interrupt that is sent from a callback.")
            .example("The environment's executor runs nothing; the context of a task that waits is cancelled.")),
    CALL_7(must("A bound call that has returned leaves no dependent on its context.")
            .from("P27")
            .by(DIRECTED)
            .needs(INTERRUPT_BRIDGE, DEPENDENTS)
            .because("A context that lives as long as the server has millions of calls bound to it, and would keep "
                    + "them all in memory.")
            .goLacks("Goroutines cannot be interrupted from outside.")
            .look("The unregistering when the task returns, and when it throws.")
            .example("Two calls are bound to a context that lives; one task returns, one throws.")),
    CALL_8(must("A future bound to a context is cancelled when the context ends, at once if the context is already "
                    + "done, and not if its registration was stopped before.")
            .from("P28")
            .by(DIRECTED)
            .needs(FUTURES)
            .because("Otherwise work on another thread, or in another process, continues although its result is no "
                    + "longer wanted.")
            .goLacks("It has no futures.")
            .look("The callback that cancels the future, and the stop of its registration.")
            .example("Two futures are bound to a context and the registration of one is stopped; the context is "
                    + "cancelled, and a third future is bound to it.")),
    CALL_9(must("A context releases a bound future when the future completes, if the future can report completion.")
            .from("P29")
            .by(DIRECTED)
            .needs(FUTURES, DEPENDENTS)
            .because("Futures complete by the million under a context that does not end, and would all stay in "
                    + "memory.")
            .goLacks("It has no futures.")
            .look("Whether completion stops the registration, also if the future completed before it was bound.")
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
