package dev.cascata.context;

import java.util.concurrent.locks.LockSupport;

/** A thread that waits for the end of a context. It is parked and holds no monitor. */
final class Waiter extends Link {
    private final Thread thread = Thread.currentThread();
    private final CancelContext context;
    private volatile boolean expired;

    private Waiter(CancelContext context) {
        super(context.branch());
        this.context = context;
    }

    static void await(CancelContext context) throws InterruptedException {
        refuseInterrupted();
        new Waiter(context).park();
    }

    /** Waits for at most {@code nanos} on the clock of the environment. Returns whether the context is done. */
    static boolean await(CancelContext context, long nanos) throws InterruptedException {
        refuseInterrupted();
        if (nanos <= 0 || context.isDone()) {
            return context.isDone();
        }
        Waiter waiter = new Waiter(context);
        Scheduler.Timer limit = context.environment().scheduler().schedule(nanos, waiter::expire);
        try {
            waiter.park();
        } finally {
            limit.cancel();
        }
        return context.isDone();
    }

    private void park() throws InterruptedException {
        if (!link()) {
            return;
        }
        try {
            while (!context.isDone() && !expired) {
                LockSupport.park(context);
                refuseInterrupted();
            }
        } finally {
            unlink();
        }
    }

    private static void refuseInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted while waiting for the end of a context");
        }
    }

    private void expire() {
        expired = true;
        LockSupport.unpark(thread);
    }

    @Override
    int counted() {
        return 0;
    }

    @Override
    boolean mark(Propagation propagation) {
        return true;
    }

    @Override
    void wake(EndEvent event) {
        LockSupport.unpark(thread);
    }
}
