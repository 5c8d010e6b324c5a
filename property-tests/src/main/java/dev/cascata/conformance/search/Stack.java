package dev.cascata.conformance.search;

/** How much stack a thread has on which a library is judged. It ends with the process if it hangs. */
public enum Stack {
    /**
     * On which a walk that calls itself overflows soon. Less than a quarter of a usual stack: in place of a larger one the
     * system may hand out one that is left over.
     */
    SMALL(240 * 1024),

    /**
     * On which a walk that calls itself gets through all but the deepest trees, however large the compiler leaves its
     * frames: for a library that is known to overflow, so that no other rule is blamed for it.
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
