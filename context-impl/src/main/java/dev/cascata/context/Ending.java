package dev.cascata.context;

import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * One event that ends contexts: its err, its cause, and whether every context that it takes down has been marked.
 * Publishing it is what ends a context, so that no reader ever sees an err without its cause.
 */
final class Ending {
    final ContextException err;
    final Throwable cause;
    private final CountDownLatch settled = new CountDownLatch(1);

    private Ending(ContextException err, @Nullable Throwable cause) {
        this.err = err;
        this.cause = cause == null ? err : cause;
    }

    static Ending cancelled(@Nullable Throwable cause) {
        return new Ending(ContextException.cancelled(), cause);
    }

    static Ending expired(@Nullable Throwable cause) {
        return new Ending(ContextException.deadlineExceeded(), cause);
    }

    /** The end of a foreign context, as it tells it itself. One that does not tell its err counts as cancelled. */
    static Ending of(Context foreign) {
        ContextException err = foreign.err();
        return err == null
                ? cancelled(new IllegalStateException("the parent context is done and its err() is null: "
                        + foreign.getClass().getName()))
                : new Ending(err, foreign.cause());
    }

    /** The same err and cause for a context that was derived too late to take part in this ending's walk. */
    Ending repeated() {
        return new Ending(err, cause);
    }

    void settle() {
        settled.countDown();
    }

    /** Waits until everything is marked. An interrupt does not end the wait and is kept. */
    void awaitSettled() {
        boolean interrupted = false;
        while (settled.getCount() > 0) {
            try {
                settled.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
