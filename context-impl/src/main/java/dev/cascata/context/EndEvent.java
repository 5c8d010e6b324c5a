package dev.cascata.context;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * The event that ends one or more contexts: its err, its cause, and whether it is published. A context is done when it
 * is marked with an event and the event is published, in either order. So one write ends a whole tree, and no
 * reader sees an err without its cause, or a live context below a done one.
 *
 * <p>An event that ends one context with no links is published when it is created; without a cause, one shared event
 * serves all such contexts. An event of a {@link Propagation} is created unpublished and has the latch {@code settled}.
 * The propagation marks, writes {@code published} (volatile), then opens the latch. Before that it writes {@code met},
 * the events that it found on merged contexts; the waiting threads read it after that. Once all of those are published,
 * a volatile write releases {@code met}.
 */
final class EndEvent extends LinkList.State {
    private static final EndEvent CANCELLED = new EndEvent(ContextException.cancelled(), null, null);
    private static final EndEvent EXPIRED = new EndEvent(ContextException.deadlineExceeded(), null, null);

    final ContextException err;
    final Throwable cause;
    private final @Nullable CountDownLatch settled;
    private volatile @Nullable Set<EndEvent> met;

    private EndEvent(ContextException err, @Nullable Throwable cause, @Nullable CountDownLatch settled) {
        this.err = err;
        this.cause = cause == null ? err : cause;
        this.settled = settled;
        this.published = settled == null;
    }

    static EndEvent cancelled(@Nullable Throwable cause) {
        return cause == null ? CANCELLED : new EndEvent(ContextException.cancelled(), cause, null);
    }

    static EndEvent expired(@Nullable Throwable cause) {
        return cause == null ? EXPIRED : new EndEvent(ContextException.deadlineExceeded(), cause, null);
    }

    /**
     * Returns the end of a foreign context, as its err and cause report it. A done context without an err counts as
     * cancelled.
     */
    static EndEvent of(Context foreign) {
        ContextException err = foreign.err();
        return err == null
                ? cancelled(new IllegalStateException("the parent context is done and its err() is null: "
                        + foreign.getClass().getName()))
                : new EndEvent(err, foreign.cause(), null);
    }

    /**
     * Returns a published event with the same err and cause, for a context that is derived after this event's
     * propagation.
     */
    EndEvent repeated() {
        return new EndEvent(err, cause, null);
    }

    /** Returns an unpublished event with the same err and cause, for a propagation. */
    EndEvent unpublished() {
        return new EndEvent(err, cause, new CountDownLatch(1));
    }

    /** Returns an exception of the same kind as the err, to be thrown. */
    ContextException fresh() {
        return err.fresh(cause);
    }

    /** Remembers the event that marked a merged context below this event's propagation. Ignores this event itself. */
    void meet(EndEvent other) {
        if (other != this && !other.published) {
            Set<EndEvent> all = met == null ? new HashSet<>() : met;
            all.add(other);
            met = all;
        }
    }

    /** Ends all contexts that the propagation has marked. */
    void publish() {
        published = true;
        latch().countDown();
    }

    /** Blocks until everything below is done, by this event or another. An interrupt does not end the wait and is kept. */
    void awaitSettled() {
        awaitPublished();
        Set<EndEvent> others = met;
        if (others != null) {
            awaitMet(others);
            met = null;
        }
    }

    private static void awaitMet(Set<EndEvent> met) {
        Set<EndEvent> seen = new HashSet<>(met);
        Deque<EndEvent> open = new ArrayDeque<>(seen);
        for (EndEvent at = open.poll(); at != null; at = open.poll()) {
            at.awaitPublished();
            Set<EndEvent> others = at.met;
            if (others != null) {
                others.stream().filter(seen::add).forEach(open::add);
            }
        }
    }

    /** Blocks until the propagation publishes this event. An interrupt does not end the wait and is kept. */
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
        return Objects.requireNonNull(settled, "an event without a propagation is published from the start");
    }
}
