package dev.cascata.conformance.checks;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * What was thrown and reached somebody: whoever ran the callback, a thread's handler of uncaught exceptions, or the
 * JDK's log. Thread-safe.
 */
final class Reports extends Handler {
    private final List<Throwable> thrown = new CopyOnWriteArrayList<>();

    /** Runs code of others; what it throws is reported. */
    @SuppressWarnings("CatchThrowable")
    void guard(Runnable code) {
        try {
            code.run();
        } catch (Throwable t) {
            thrown.add(t);
        }
    }

    /** Stands in, while {@code code} runs, for the current thread's handler and for those of the log. */
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
