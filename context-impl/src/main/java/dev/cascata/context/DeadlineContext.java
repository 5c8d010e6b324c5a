package dev.cascata.context;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A context with its own deadline, which is not later than that of its parent.
 *
 * <p>The constructing thread writes {@code timer} (volatile), then reads whether this context is done. The propagation
 * publishes the end, then reads {@code timer}. So at least one of the two sees what the other wrote, and cancels the
 * timer.
 */
final class DeadlineContext extends CancelContext implements Runnable {
    private final @Nullable Throwable cause;
    private volatile Scheduler.@Nullable Timer timer;

    private DeadlineContext(Context parent, @Nullable Context source, Deadline own, @Nullable Throwable cause) {
        super(parent, source, own);
        this.cause = cause;
    }

    static CancelContext below(Context parent, Deadline deadline, @Nullable Throwable cause) {
        Objects.requireNonNull(deadline, "deadline");
        return isEarlier(parent.deadline(), deadline)
                ? CancelContext.below(parent)
                : started(parent, deadline, cause, deadline.remainingNanos());
    }

    /** Returns a context that ends {@code timeout} from now. Reads the clock once. */
    static CancelContext after(BuiltInContext parent, Duration timeout, @Nullable Throwable cause) {
        long left = Deadline.nanos(timeout);
        Deadline deadline = Deadline.in(left, parent.environment().time());
        return isEarlier(parent.deadline(), deadline)
                ? CancelContext.below(parent)
                : started(parent, deadline, cause, left);
    }

    private static boolean isEarlier(@Nullable Deadline inherited, Deadline own) {
        return inherited != null && inherited.compareTo(own) < 0;
    }

    private static CancelContext started(Context parent, Deadline own, @Nullable Throwable cause, long left) {
        Context source = source(parent);
        return new DeadlineContext(parent, source, own, cause).started(source, own, left);
    }

    private CancelContext started(@Nullable Context source, Deadline own, long left) {
        attach(source);
        if (isDone()) {
            return this;
        }
        if (left <= 0) {
            run();
        } else {
            arm(own, left);
        }
        return this;
    }

    private void arm(Deadline own, long left) {
        try {
            timer = schedule(environment().scheduler(), own, left);
        } catch (RuntimeException | Error refused) {
            cancel(refused);
            throw refused;
        }
        if (isDone()) {
            cancelTimer();
        }
    }

    private Scheduler.Timer schedule(Scheduler scheduler, Deadline own, long left) {
        return scheduler instanceof SystemTime system && own.isOn(system)
                ? system.scheduleAt(own.nanos(), this)
                : scheduler.schedule(left, this);
    }

    /** Called by the timer, when the deadline has passed. */
    @Override
    public void run() {
        end(EndEvent.expired(cause));
    }

    @Override
    boolean mark(Propagation propagation) {
        super.mark(propagation);
        return true;
    }

    @Override
    void notifyEnd(EndEvent event) {
        if (endEvent() == event) {
            cancelTimer();
        }
    }

    private void cancelTimer() {
        Scheduler.Timer set = timer;
        if (set != null) {
            Threads.guard(set::cancel);
        }
    }

    @Override
    public String step() {
        return "withDeadline(" + deadline() + ")";
    }
}
