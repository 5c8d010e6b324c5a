package dev.cascata.context;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * One event that ends contexts: its err, its cause, and whether it has been published. A context ends when it has been
 * marked with an event and that is published, whichever comes last: so one write ends a whole tree, and no reader ever
 * sees an err without its cause, or a context that lives below one that has ended.
 *
 * <p>An event that ends a context with nothing below it is published from the start, and serves many where no cause is
 * given. Only one that a walk goes with has {@code settled}, to wait for: the walk marks, writes {@code published}
 * (volatile), then opens {@code settled}. {@code met}, the events that the walk found on merged contexts below it, is
 * written by the walk before that and read after; it is let go of, by a volatile write, once all of them are published.
 */
final class Ending {
    /** No event, never published: stands where one would while a thread is at the {@link Links} of a live context. */
    static final Ending HELD = new Ending(ContextException.cancelled(), null, new CountDownLatch(1));

    /** No event either: stands there while nobody is at the links, and there are some. */
    static final Ending LINKED = new Ending(ContextException.cancelled(), null, new CountDownLatch(1));

    private static final Ending CANCELLED = new Ending(ContextException.cancelled(), null, null);
    private static final Ending EXPIRED = new Ending(ContextException.deadlineExceeded(), null, null);

    final ContextException err;
    final Throwable cause;
    private final @Nullable CountDownLatch settled;
    private volatile boolean published;
    private volatile @Nullable Set<Ending> met;

    private Ending(ContextException err, @Nullable Throwable cause, @Nullable CountDownLatch settled) {
        this.err = err;
        this.cause = cause == null ? err : cause;
        this.settled = settled;
        this.published = settled == null;
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

    /** The same err and cause, not published yet, for the walk over what is linked to a context. */
    Ending ofWalk() {
        return new Ending(err, cause, new CountDownLatch(1));
    }

    /** Whether what is marked with this event has ended. */
    boolean isPublished() {
        return published;
    }

    /** An exception of the kind of the err, to be thrown. */
    ContextException fresh() {
        return err.fresh(cause);
    }

    /** Called by the walk for what has marked a merged context below it; the event itself does not count. */
    void meet(Ending other) {
        if (other != this && !other.published) {
            Set<Ending> all = met == null ? new HashSet<>() : met;
            all.add(other);
            met = all;
        }
    }

    /** The walk has marked its chain: all of it ends here. */
    void publish() {
        published = true;
        latch().countDown();
    }

    /** Waits until everything below has ended, by whatever event. An interrupt does not end the wait and is kept. */
    void awaitSettled() {
        awaitPublished();
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
            at.awaitPublished();
            Set<Ending> others = at.met;
            if (others != null) {
                others.stream().filter(seen::add).forEach(open::add);
            }
        }
    }

    /** Waits for the walk. An interrupt does not end the wait and is kept. */
    void awaitPublished() {
        boolean interrupted = false;
        while (!published) {
            try {
                latch().await();
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
