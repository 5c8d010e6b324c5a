package dev.cascata.conformance.checks;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What came of a call that was bound to a context.
 *
 * @param answer what it returned; null if it threw
 * @param thrown what it threw; null if it returned
 * @param interrupted whether its thread was interrupted when it came back; the flag has been cleared since
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

    /** Whether the exception is, or goes back to, this cause. */
    boolean tells(Object cause) {
        Throwable at = thrown;
        while (at != null && at != cause) {
            at = at.getCause();
        }
        return at != null;
    }

    static Object waits() throws InterruptedException {
        return new CountDownLatch(1).await(FOREVER_SECONDS, TimeUnit.SECONDS);
    }

    /** A call on a thread of its own, whose task has begun. */
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

    static Bound onItsOwn(Stage s, Callable<Bound> call) {
        return Elsewhere.run(s, "makes a bound call", call);
    }
}
