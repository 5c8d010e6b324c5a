package dev.cascata.conformance.checks;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a call that was bound to a context.
 *
 * @param answer what it returned; null if it threw
 * @param thrown what it threw; null if it returned
 * @param interrupted whether its thread was interrupted when the call returned or threw; the flag has been cleared since
 */
record Bound(@Nullable Object answer, @Nullable Throwable thrown, boolean interrupted) {
    private static final long FOREVER_SECONDS = 60;

    /** Makes the call, within an operation of a {@link Stage}. */
    @SuppressWarnings("CatchAndPrintStackTrace")
    static Bound made(Callable<Object> call) {
        try {
            Object answer = call.call();
            return new Bound(answer, null, Thread.interrupted());
        } catch (UnsupportedOperationException notThere) {
            throw notThere;
        } catch (Exception thrown) {
            return new Bound(null, thrown, Thread.interrupted());
        }
    }

    /** Returns whether the exception, or one of its causes, is this cause. */
    boolean reports(Object cause) {
        Throwable at = thrown;
        while (at != null && at != cause) {
            at = at.getCause();
        }
        return at != null;
    }

    /** Waits until the thread is interrupted. */
    static Object waits() throws InterruptedException {
        return new CountDownLatch(1).await(FOREVER_SECONDS, TimeUnit.SECONDS);
    }

    /** Starts a bound call on a thread of its own, and returns when its task has begun. */
    static Elsewhere<Bound> running(Stage s, Handle context, Callable<Object> task) {
        CountDownLatch begun = new CountDownLatch(1);
        Elsewhere<Bound> call = Elsewhere.start(
                s,
                "runs a task that is bound to a context",
                () -> context.call(() -> {
                    begun.countDown();
                    return task.call();
                }));
        Latches.await(begun);
        return call;
    }

    /** Makes a bound call on a thread of its own, and returns its outcome. */
    static Bound onItsOwn(Stage s, Callable<Bound> call) {
        return Elsewhere.run(s, "makes a bound call", call);
    }
}
