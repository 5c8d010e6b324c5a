package dev.cascata.conformance.checks;

import dev.cascata.conformance.driver.OperationThrew;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Code that runs on a second thread. A thread that waits for it gives up after the limit of the stage. */
final class Elsewhere<T extends @Nullable Object> {
    private static final String RETURNS = "every operation of a context returns";

    private final Stage stage;
    private final String what;
    private final FutureTask<T> task;
    private final Thread thread;

    private Elsewhere(Stage stage, String what, Callable<T> code, boolean virtual) {
        this.stage = stage;
        this.what = what;
        this.task = new FutureTask<>(code);
        this.thread = stage.threads().unstarted(task, virtual);
        thread.setUncaughtExceptionHandler((t, e) -> stage.defer(e));
    }

    /** Starts {@code code}, described by {@code what}, on a platform thread. */
    static <T extends @Nullable Object> Elsewhere<T> start(Stage stage, String what, Callable<T> code) {
        return start(stage, what, code, false);
    }

    static <T extends @Nullable Object> Elsewhere<T> start(
            Stage stage, String what, Callable<T> code, boolean virtual) {
        Elsewhere<T> started = new Elsewhere<>(stage, what, code, virtual);
        started.thread.start();
        return started;
    }

    /** Runs {@code code} on another thread to its end; a failure if it does not return within the limit. */
    static <T extends @Nullable Object> T run(Stage stage, String what, Callable<T> code) {
        return run(stage, what, RETURNS, code);
    }

    /** Runs {@code code} on another thread to its end; {@code why}: why it has to return within the limit. */
    static <T extends @Nullable Object> T run(Stage stage, String what, String why, Callable<T> code) {
        return start(stage, what, code).join(why);
    }

    Thread thread() {
        return thread;
    }

    boolean finished() {
        return task.isDone();
    }

    /** Returns the result of the code; a failure if it does not return within the limit. */
    T join() {
        return join(RETURNS);
    }

    /** Returns the result of the code; {@code why}: why it has to return within the limit. */
    T join(String why) {
        try {
            return task.get(stage.limitMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            String dump = ThreadDump.of(thread);
            thread.interrupt();
            throw new Stage.Failed(
                    "whether a second thread returns that " + what,
                    "it does",
                    why,
                    "it was still waiting after " + stage.limitMillis() + " ms",
                    dump);
        } catch (ExecutionException thrown) {
            throw thrown(Objects.requireNonNull(thrown.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for another thread", e);
        }
    }

    private RuntimeException thrown(Throwable cause) {
        return cause instanceof RuntimeException known ? known : new OperationThrew("the call that " + what, cause);
    }
}
