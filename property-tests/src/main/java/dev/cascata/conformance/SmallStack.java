package dev.cascata.conformance;

/** Threads on whose stack a walk that calls itself overflows soon, and that end with the process if they hang. */
final class SmallStack {
    /** Less than a quarter of a usual stack: in place of a larger one the system may hand out one that is left over. */
    private static final long BYTES = 240 * 1024;

    private SmallStack() {}

    static Thread start(String name, Runnable work) {
        Thread thread = new Thread(null, work, name, BYTES);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
