package dev.cascata.context;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * A task that runs on its caller's thread, which is interrupted when the context ends.
 *
 * <pre>
 * RUNNING       -- the task returned or threw ----&gt; RETURNED
 *   | wake phase: the context has ended
 * INTERRUPTING  -- the thread's flag was set -----&gt; SECOND     the flag stays set: another thread may have set it
 *   | the flag was clear
 * ALONE         -- the task returned or threw ----&gt; CLEARED    the flag is cleared
 * </pre>
 *
 * <p>The propagation and the thread of the task compete for RUNNING by compare-and-set. So no interrupt begins after
 * the task has returned, and the thread of the task waits for an interrupt that has begun.
 */
final class BoundCall extends Link {
    private static final AtomicIntegerFieldUpdater<BoundCall> STATE =
            AtomicIntegerFieldUpdater.newUpdater(BoundCall.class, "state");
    private static final int RUNNING = 0;
    private static final int INTERRUPTING = 1;
    private static final int ALONE = 2;
    private static final int SECOND = 3;
    private static final int CLEARED = 4;
    private static final int RETURNED = 5;

    private final Thread thread = Thread.currentThread();
    private volatile int state = RUNNING;

    private BoundCall(CancelContext context) {
        super(context.branch());
    }

    static <T extends @Nullable Object> T run(Context context, Callable<T> task) throws Exception {
        Context source = CancelContext.source(context);
        if (source == null) {
            return task.call();
        } else if (source instanceof CancelContext node) {
            return new BoundCall(node).run(node, task);
        }
        try (CancelContext child = CancelContext.below(source)) {
            return new BoundCall(child).run(child, task);
        }
    }

    private <T extends @Nullable Object> T run(CancelContext context, Callable<T> task) throws Exception {
        if (!link()) {
            context.throwIfDone();
        }
        try {
            return task.call();
        } catch (InterruptedException thrown) {
            throw leave() ? endException(context, thrown) : thrown;
        } finally {
            leave();
            unlink();
        }
    }

    /**
     * Prevents a later interrupt. Returns whether the context has interrupted, and clears that interrupt if it came
     * alone.
     */
    private boolean leave() {
        STATE.compareAndSet(this, RUNNING, RETURNED);
        while (state == INTERRUPTING) {
            Thread.onSpinWait();
        }
        if (STATE.compareAndSet(this, ALONE, CLEARED)) {
            Thread.interrupted();
        }
        return state != RETURNED;
    }

    /**
     * Sets the flag again if there were two interrupts, since the exception of the task has cleared the flag for both.
     */
    private Exception endException(CancelContext context, InterruptedException thrown) {
        if (state == SECOND) {
            thread.interrupt();
        }
        ContextException own = context.awaitEndEvent().fresh();
        own.addSuppressed(thrown);
        return own;
    }

    @Override
    boolean mark(Propagation propagation) {
        return true;
    }

    @Override
    void wake(EndEvent event) {
        if (STATE.compareAndSet(this, RUNNING, INTERRUPTING)) {
            boolean second = thread.isInterrupted();
            Threads.guard(thread::interrupt);
            state = second ? SECOND : ALONE;
        }
    }
}
