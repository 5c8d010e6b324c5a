package dev.cascata.conformance.search;

/**
 * The stack size of a thread on which a library is judged. The thread is a daemon, so that a hang does not keep the
 * process.
 */
public enum Stack {
    /**
     * A stack on which a recursive walk overflows soon. It is less than a quarter of the usual size: for a larger one
     * the system may reuse a stack of another size.
     */
    SMALL(240 * 1024),

    /**
     * A stack on which a recursive walk gets through all but the deepest trees, even if its frames are large. For a
     * library that is known to overflow, so that an overflow is not reported under other rules.
     */
    LARGE(64 * 1024 * 1024);

    private final long bytes;

    Stack(long bytes) {
        this.bytes = bytes;
    }

    public Thread start(String name, Runnable work) {
        Thread thread = new Thread(null, work, name, bytes);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
