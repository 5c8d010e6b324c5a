package dev.cascata.conformance.plain;

/** Runs user code. An exception goes to the thread's handler of uncaught exceptions. */
public final class Guard {
    private Guard() {}

    @SuppressWarnings("CatchThrowable")
    public static void run(Runnable code) {
        try {
            code.run();
        } catch (Throwable thrown) {
            report(thrown);
        }
    }

    private static void report(Throwable thrown) {
        Thread thread = Thread.currentThread();
        try {
            thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
        } catch (RuntimeException | Error ignored) {
            // The JVM also ignores an exception of the handler.
        }
    }
}
