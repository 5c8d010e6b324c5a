package dev.cascata.context;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * A callback and its registration.
 *
 * <pre>
 * WAITING
 *   | mark phase: compare-and-set    -- stop(): compare-and-set --&gt; STOPPED    the callback will not run
 * CLAIMED                            the notify phase hands the callback to the executor
 * </pre>
 *
 * <p>A {@link #stop()} that finds the callback CLAIMED returns false, and blocks until the end of the context is
 * visible.
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

    /** Creates a callback for the list {@code holder}. If that is null, the callback never runs. */
    Callback(Runnable task, Environment environment, @Nullable LinkList holder) {
        super(holder);
        this.task = Objects.requireNonNull(task, "callback");
        this.environment = environment;
    }

    /** Registers a callback on a context that can end. Hands it to the executor if the context is done. */
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
