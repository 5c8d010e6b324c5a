package dev.cascata.context;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * One event that ends contexts: its err, its cause, and whether every context that it takes down has been marked.
 * Publishing it is what ends a context, so that no reader ever sees an err without its cause.
 *
 * <p>{@code met}, the events that its walk found below it, is written by the walk before {@code settled} opens and read
 * after that; it is let go of, by a volatile write, once all of them have settled. {@code settled} is null while the
 * walk marks and nobody waits for it; the first who does puts a latch there, and the walk swaps in one that is open:
 * whichever compare-and-set comes first, nobody waits for a latch that the walk does not see. An event that ended one
 * context with nothing below it is never settled, and never waited for.
 */
final class Ending {
    /** No event: stands where one would while a thread is at the {@link Links} of a live context. */
    static final Ending HELD = cancelled(null);

    private static final CountDownLatch SETTLED = new CountDownLatch(0);
    private static final AtomicReferenceFieldUpdater<Ending, @Nullable CountDownLatch> LATCH =
            AtomicReferenceFieldUpdater.newUpdater(Ending.class, CountDownLatch.class, "settled");

    final ContextException err;
    final Throwable cause;
    private volatile @Nullable CountDownLatch settled;
    private volatile @Nullable Set<Ending> met;

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
        CountDownLatch latch = LATCH.getAndSet(this, SETTLED);
        if (latch != null) {
            latch.countDown();
        }
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
        CountDownLatch latch = settled;
        while (latch == null) {
            LATCH.compareAndSet(this, null, new CountDownLatch(1));
            latch = settled;
        }
        return latch;
    }
}
