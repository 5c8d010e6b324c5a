package dev.cascata.perf.benchmarks;

import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.context.Environment;
import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Threads that wait for the end of a context: by the library's own wait if it has one, else by a callback. */
final class Waiters {
    private static final long PAUSE_NANOS = 20_000;

    /** The states of a thread that waits; some libraries wait with a time limit. */
    private static final Set<Thread.State> NO_LONGER_RUNNING =
            EnumSet.of(Thread.State.WAITING, Thread.State.TIMED_WAITING, Thread.State.TERMINATED);

    private final ContextKit<Object> kit;
    private final Environment environment;
    private final AtomicInteger woken = new AtomicInteger();
    private final Thread[] threads;

    /** Starts the threads and returns when all of them wait. */
    Waiters(int number, boolean virtual, ContextKit<Object> kit, Object context, Environment environment) {
        this.kit = kit;
        this.environment = environment;
        threads = new Thread[number];
        for (int thread = 0; thread < number; thread++) {
            threads[thread] = start(virtual, () -> await(context));
        }
        for (Thread thread : threads) {
            while (!NO_LONGER_RUNNING.contains(thread.getState())) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private void await(Object context) {
        try {
            if (kit.capabilities().contains(Capability.BLOCKING_WAIT)) {
                kit.await(context);
            } else {
                awaitCallback(context);
            }
            woken.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitCallback(Object context) {
        Thread self = Thread.currentThread();
        AtomicInteger called = new AtomicInteger();
        kit.afterFunc(
                context,
                () -> {
                    called.set(1);
                    LockSupport.unpark(self);
                },
                environment);
        while (called.get() == 0) {
            LockSupport.park(this);
        }
    }

    /** Spins until all threads are awake and returns their number. */
    int awaitWoken() {
        while (woken.get() < threads.length) {
            Thread.onSpinWait();
        }
        return threads.length;
    }

    void join() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Starts a virtual thread if this JDK has them, else a platform thread. */
    static Thread start(Runnable task) {
        return start(Runtime.version().feature() >= 21, task);
    }

    private static Thread start(boolean virtual, Runnable task) {
        if (virtual) {
            return startVirtual(task);
        }
        Thread thread = new Thread(task, "waiter");
        thread.start();
        return thread;
    }

    private static Thread startVirtual(Runnable task) {
        try {
            Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
            return (Thread) start.invoke(null, task);
        } catch (ReflectiveOperationException e) {
            throw new UnsupportedOperationException("this JDK has no virtual threads", e);
        }
    }
}
