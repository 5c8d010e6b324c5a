package dev.cascata.context;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * A callback and its registration. WAITING goes to CLAIMED when a propagation comes by, or to STOPPED by {@link #stop()},
 * whichever compare-and-set comes first; the winner alone runs the callback, or promises that nobody will. Who comes too
 * late to stop it returns when the end that the propagation brings can be seen.
 */
final class Callback extends Link implements Registration {
    private static final AtomicIntegerFieldUpdater<Callback> STATE =
            AtomicIntegerFieldUpdater.newUpdater(Callback.class, "state");
    private static final int WAITING = 0;
    static final int CLAIMED = 1;
    private static final int STOPPED = 2;

    private final Runnable task;
    private final Environment environment;

    private volatile int state = WAITING;

    /** A callback held by {@code holder}; by nobody, and never to be run, if that is null. */
    Callback(Runnable task, Environment environment, @Nullable LinkList holder) {
        super(holder);
        this.task = Objects.requireNonNull(task, "callback");
        this.environment = environment;
    }

    /** Registers on a context that can end; hands the callback to the executor if it has ended. */
    static Callback on(CancelContext context, Runnable task) {
        Callback callback = new Callback(task, context.environment(), context.branch());
        if (!callback.link()) {
            callback.state = CLAIMED;
            callback.dispatch();
        }
        return callback;
    }

    @Override
    public boolean stop() {
        if (STATE.compareAndSet(this, WAITING, STOPPED)) {
            unlink();
            return true;
        }
        if (state == CLAIMED) {
            awaitEnd();
        }
        return false;
    }

    @Override
    boolean mark(Propagation propagation) {
        return STATE.compareAndSet(this, WAITING, CLAIMED);
    }

    @Override
    void notifyEnd(EndEvent event) {
        dispatch();
    }

    private void dispatch() {
        Threads.guard(() -> environment.executor().execute(task));
    }
}
