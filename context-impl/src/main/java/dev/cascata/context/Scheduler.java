package dev.cascata.context;

/** Runs tasks at their time: expiries of contexts, and limits of timed waits. Thread-safe. */
public interface Scheduler {

    /**
     * Runs {@code task} once, {@code nanos} nanoseconds from now or later, never earlier.
     *
     * @return the timer, which can be cancelled
     */
    Timer schedule(long nanos, Runnable task);

    /** A scheduled task. Thread-safe. */
    interface Timer {

        /** Unregisters the task and releases it at once. Does nothing if the task has started. */
        void cancel();
    }
}
