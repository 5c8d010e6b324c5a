package dev.cascata.conformance.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Starts second threads for tests, and waits for conditions. */
final class Threads {
    private Threads() {}

    /** Runs code on a new thread with a stack of {@code stack} bytes, and waits for it. */
    static <T> T run(long stack, Callable<T> code) throws Exception {
        FutureTask<T> task = new FutureTask<>(code);
        new Thread(null, task, "test", stack).start();
        return task.get(100, TimeUnit.SECONDS);
    }

    static <T> FutureTask<T> start(Callable<T> code) {
        FutureTask<T> task = new FutureTask<>(code);
        Thread thread = new Thread(task, "test");
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    static void eventually(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("gave up waiting").isLessThan(end);
            LockSupport.parkNanos(20_000);
        }
    }
}
