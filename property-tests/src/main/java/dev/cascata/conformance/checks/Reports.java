package dev.cascata.conformance.checks;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * The exceptions that were reported: to the thread that ran the callback, to a thread's handler of uncaught exceptions,
 * or to the log of the JDK. Thread-safe.
 */
final class Reports extends Handler {
    private final List<Throwable> thrown = new CopyOnWriteArrayList<>();

    /** Runs user code and records what it throws. */
    @SuppressWarnings("CatchThrowable")
    void guard(Runnable code) {
        try {
            code.run();
        } catch (Throwable t) {
            thrown.add(t);
        }
    }

    /** Replaces the handlers of the current thread and of the log while {@code code} runs. */
    void during(Runnable code) {
        Thread thread = Thread.currentThread();
        Logger log = Logger.getLogger("");
        Thread.UncaughtExceptionHandler before = thread.getUncaughtExceptionHandler();
        thread.setUncaughtExceptionHandler((t, e) -> thrown.add(e));
        Handler[] handlers = log.getHandlers();
        List.of(handlers).forEach(log::removeHandler);
        log.addHandler(this);
        try {
            code.run();
        } finally {
            log.removeHandler(this);
            List.of(handlers).forEach(log::addHandler);
            thread.setUncaughtExceptionHandler(before);
        }
    }

    boolean has(Throwable t) {
        return thrown.stream().anyMatch(seen -> seen == t);
    }

    boolean any() {
        return !thrown.isEmpty();
    }

    @Override
    public void publish(LogRecord entry) {
        if (entry.getThrown() != null) {
            thrown.add(entry.getThrown());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
