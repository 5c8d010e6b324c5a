package dev.cascata.context;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * One event that ends contexts: its err, its cause, and whether every context that it takes down has been marked.
 * Publishing it is what ends a context, so that no reader ever sees an err without its cause.
 *
 * <p>An event has {@code settled} only if a walk goes with it. One that ends a context with nothing below it has not,
 * and serves many where no cause is given: there is nothing to wait for. {@code met}, the events that the walk found
 * below it, is written by the walk before {@code settled} opens and read after that; it is let go of, by a volatile
 * write, once all of them have settled.
 */
final class Ending {
    /** No event: stands where one would while a thread is at the {@link Links} of a live context. */
    static final Ending HELD = new Ending(ContextException.cancelled(), null, null);

    private static final Ending CANCELLED = new Ending(ContextException.cancelled(), null, null);
    private static final Ending EXPIRED = new Ending(ContextException.deadlineExceeded(), null, null);

    final ContextException err;
    final Throwable cause;
    private final @Nullable CountDownLatch settled;
    private volatile @Nullable Set<Ending> met;

    private Ending(ContextException err, @Nullable Throwable cause, @Nullable CountDownLatch settled) {
        this.err = err;
        this.cause = cause == null ? err : cause;
        this.settled = settled;
    }

    static Ending cancelled(@Nullable Throwable cause) {
        return cause == null ? CANCELLED : new Ending(ContextException.cancelled(), cause, null);
    }

    static Ending expired(@Nullable Throwable cause) {
        return cause == null ? EXPIRED : new Ending(ContextException.deadlineExceeded(), cause, null);
    }

    /** The end of a foreign context, as it tells it itself. One that does not tell its err counts as cancelled. */
    static Ending of(Context foreign) {
        ContextException err = foreign.err();
        return err == null
                ? cancelled(new IllegalStateException("the parent context is done and its err() is null: "
                        + foreign.getClass().getName()))
                : new Ending(err, foreign.cause(), null);
    }

    /** The same err and cause for a context that was derived too late to take part in this ending's walk. */
    Ending repeated() {
        return new Ending(err, cause, null);
    }

    /** The same err and cause for the walk over what is linked to the context that has just ended. */
    Ending ofWalk() {
        return new Ending(err, cause, new CountDownLatch(1));
    }

    /** Whether a walk goes with this event, which can be waited for. */
    boolean walks() {
        return settled != null;
    }

    /** An exception of the kind of the err, to be thrown. */
    ContextException fresh() {
        return err.fresh(cause);
    }

    /** Called by the walk for what has ended a context below it; the event itself does not count. */
    void meet(Ending other) {
        if (other != this) {
            Set<Ending> all = met == null ? new HashSet<>() : met;
            all.add(other);
            met = all;
        }
    }

    /** The walk has marked its chain. */
    void settle() {
        latch().countDown();
    }

    /** Waits until everything below is marked, by whatever event. An interrupt does not end the wait and is kept. */
    void awaitSettled() {
        awaitOwn();
        Set<Ending> others = met;
        if (others != null) {
            awaitMet(others);
            met = null;
        }
    }

    private static void awaitMet(Set<Ending> met) {
        Set<Ending> seen = new HashSet<>(met);
        Deque<Ending> open = new ArrayDeque<>(seen);
        for (Ending at = open.poll(); at != null; at = open.poll()) {
            at.awaitOwn();
            Set<Ending> others = at.met;
            if (others != null) {
                others.stream().filter(seen::add).forEach(open::add);
            }
        }
    }

    private void awaitOwn() {
        CountDownLatch latch = latch();
        boolean interrupted = false;
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private CountDownLatch latch() {
        return Objects.requireNonNull(settled, "nobody waits for an event without a walk");
    }
}
