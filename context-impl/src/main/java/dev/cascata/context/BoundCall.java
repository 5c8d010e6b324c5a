package dev.cascata.context;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * A task that runs on its caller's thread, which is interrupted when the context ends.
 *
 * <pre>
 * RUNNING       -- the task has come to its end --> RETURNED
 *   | the context has ended
 * INTERRUPTING  -- the thread's flag was set -----> SECOND      nothing is taken back: the flag may be another's
 *   | the flag was clear
 * ALONE         -- the task has come to its end --> TAKEN_BACK  the flag is cleared
 * </pre>
 *
 * <p>RUNNING is left by compare-and-set, by the propagation that ended the context or by the thread of the task, and only the
 * winner goes on: no interrupt begins once the task has come to its end, and one that has begun is waited for.
 */
final class BoundCall extends Link {
    private static final AtomicIntegerFieldUpdater<BoundCall> STATE =
            AtomicIntegerFieldUpdater.newUpdater(BoundCall.class, "state");
    private static final int RUNNING = 0;
    private static final int INTERRUPTING = 1;
    private static final int ALONE = 2;
    private static final int SECOND = 3;
    private static final int TAKEN_BACK = 4;
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
            throw leave() ? ended(context, thrown) : thrown;
        } finally {
            leave();
            unlink();
        }
    }

    /** From here on no interrupt begins. True if the context has sent one; it is taken back where it came alone. */
    private boolean leave() {
        STATE.compareAndSet(this, RUNNING, RETURNED);
        while (state == INTERRUPTING) {
            Thread.onSpinWait();
        }
        if (STATE.compareAndSet(this, ALONE, TAKEN_BACK)) {
            Thread.interrupted();
        }
        return state != RETURNED;
    }

    /** The task has used up an interrupt by throwing: if there were two, it was the other's as well. */
    private Exception ended(CancelContext context, InterruptedException thrown) {
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
