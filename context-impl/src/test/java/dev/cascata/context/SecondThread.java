package dev.cascata.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** A task on a second thread. A test can wait until the thread is inside a certain method. */
final class SecondThread<T> {
    private final FutureTask<T> task;
    private final Thread thread;

    private SecondThread(Callable<T> code) {
        task = new FutureTask<>(code);
        thread = new Thread(task, "second");
        thread.setDaemon(true);
    }

    static <T> SecondThread<T> start(Callable<T> code) {
        SecondThread<T> second = new SecondThread<>(code);
        second.thread.start();
        return second;
    }

    /** Waits until the thread is inside a method with this name. */
    void awaitIn(String method) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (Arrays.stream(thread.getStackTrace())
                .noneMatch(f -> f.getMethodName().equals(method))) {
            assertThat(task.isDone()).as("finished without reaching " + method).isFalse();
            assertThat(System.nanoTime())
                    .as("time limit for reaching " + method)
                    .isLessThan(end);
            Thread.onSpinWait();
        }
    }

    boolean isThrough() {
        return task.isDone();
    }

    T result() throws Exception {
        return task.get(30, TimeUnit.SECONDS);
    }
}
