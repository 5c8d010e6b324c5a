package dev.cascata.conformance.checks;

import dev.cascata.conformance.rules.Capability;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for the end of a context, and threads that wait. */
final class Waits {
    /** A limit that no check reaches. */
    static final Duration LONG = Duration.ofDays(200_000);

    private Waits() {}

    /** Waits, and returns whether the context is done. */
    static boolean wait(Handle context) throws InterruptedException {
        context.await();
        return context.done();
    }

    /** Waits with a limit, if the library can measure one on the clock of the check. */
    static boolean waitLong(Stage s, Handle context) throws InterruptedException {
        return s.declares(Capability.VIRTUAL_TIME) ? context.await(LONG) : wait(context);
    }

    /** Starts a thread, and returns when it waits. */
    static Elsewhere<Boolean> waiting(Stage s, boolean virtual, Callable<Boolean> wait) {
        Elsewhere<Boolean> started = Elsewhere.start(s, "waits for the end of a context", wait, virtual);
        Waiting.until(s, "a thread begins to wait", "the context is live", () -> parked(started));
        return started;
    }

    /** Starts a thread that waits with a limit, and returns when it waits and {@code timers} timers are set. */
    static Elsewhere<Boolean> timing(Stage s, int timers, Callable<Boolean> wait) {
        Elsewhere<Boolean> started = waiting(s, false, wait);
        if (s.declares(Capability.TIMER_COUNT)) {
            Waiting.until(
                    s,
                    "a timed wait sets its timer",
                    "the scheduler of the context measures the limit",
                    () -> s.time().pending() == timers);
        }
        return started;
    }

    private static boolean parked(Elsewhere<Boolean> started) {
        Thread.State state = started.thread().getState();
        boolean waits = state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
        return waits || started.finished();
    }

    /** A wait that can be interrupted. */
    interface Wait {
        void run() throws InterruptedException;
    }

    /** Returns whether the wait throws an InterruptedException and clears the interrupt. */
    static boolean interruptedIn(Wait wait) {
        try {
            wait.run();
            return false;
        } catch (InterruptedException expected) {
            return !Thread.currentThread().isInterrupted();
        }
    }
}
