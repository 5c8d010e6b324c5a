package dev.cascata.context;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * One event that ends contexts: its err, its cause, and whether every context that it takes down has been marked.
 * Publishing it is what ends a context, so that no reader ever sees an err without its cause.
 *
 * <p>{@code met}, the events that its walk found below it, is written by the walk before {@code settled} opens and read
 * after that; it is emptied, by a volatile write, once all of them have settled.
 */
final class Ending {
    final ContextException err;
    final Throwable cause;
    private final CountDownLatch settled = new CountDownLatch(1);
    private volatile Set<Ending> met = Set.of();

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

    /** An exception of the kind of the err, to be thrown. */
    ContextException fresh() {
        return err.fresh(cause);
    }

    /** Called by the walk for whatever has ended a context below it; null and the event itself do not count. */
    void meet(@Nullable Ending other) {
        if (other != null && other != this) {
            met = met.isEmpty() ? new HashSet<>() : met;
            met.add(other);
        }
    }

    /** The walk has marked its chain. */
    void settle() {
        settled.countDown();
    }

    /** Waits until everything below is marked, by whatever event. An interrupt does not end the wait and is kept. */
    void awaitSettled() {
        awaitOwn();
        if (!met.isEmpty()) {
            awaitMet();
            met = Set.of();
        }
    }

    private void awaitMet() {
        Set<Ending> seen = new HashSet<>(met);
        Deque<Ending> open = new ArrayDeque<>(seen);
        for (Ending at = open.poll(); at != null; at = open.poll()) {
            at.awaitOwn();
            at.met.stream().filter(seen::add).forEach(open::add);
        }
    }

    private void awaitOwn() {
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
