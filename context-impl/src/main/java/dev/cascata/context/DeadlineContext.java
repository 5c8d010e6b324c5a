package dev.cascata.context;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A context with a deadline of its own, no later than its parent's.
 *
 * <p>{@code timer} is written (volatile) by the constructing thread, then {@code ending} is read; the walk writes
 * {@code ending}, then reads {@code timer}: at least one of the two sees the other and cancels the timer.
 */
final class DeadlineContext extends CancelContext {
    private final Deadline own;
    private final @Nullable Throwable cause;
    private volatile Scheduler.@Nullable Timer timer;

    private DeadlineContext(Context parent, @Nullable Context source, Deadline own, @Nullable Throwable cause) {
        super(parent, source, own);
        this.own = own;
        this.cause = cause;
    }

    static CancelContext below(Context parent, Deadline deadline, @Nullable Throwable cause) {
        Objects.requireNonNull(deadline, "deadline");
        Deadline inherited = parent.deadline();
        if (inherited != null && inherited.compareTo(deadline) < 0) {
            return CancelContext.below(parent);
        }
        Context source = source(parent);
        DeadlineContext child = new DeadlineContext(parent, source, deadline, cause);
        child.attach(source);
        child.arm();
        return child;
    }

    private void arm() {
        if (ended()) {
            return;
        }
        long left = own.remainingNanos();
        if (left <= 0) {
            expire();
        } else {
            schedule(left);
        }
    }

    private void schedule(long left) {
        try {
            timer = environment().scheduler().schedule(left, this::expire);
        } catch (RuntimeException | Error refused) {
            cancel(refused);
            throw refused;
        }
        if (ended()) {
            cancelTimer();
        }
    }

    private void expire() {
        end(Ending.expired(cause));
    }

    @Override
    boolean join(Walk walk) {
        super.join(walk);
        return true;
    }

    @Override
    void announce(Ending by) {
        if (endedBy() == by) {
            cancelTimer();
        }
    }

    private void cancelTimer() {
        Scheduler.Timer set = timer;
        if (set != null) {
            Foreign.guard(set::cancel);
        }
    }

    @Override
    public String step() {
        return "withDeadline(" + own + ")";
    }
}
