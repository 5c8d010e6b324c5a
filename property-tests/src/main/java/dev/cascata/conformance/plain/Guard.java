package dev.cascata.conformance.plain;

/** Runs code of others; what it throws goes to the thread's handler of uncaught exceptions. */
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
            // As the JVM does with a handler that throws.
        }
    }
}
