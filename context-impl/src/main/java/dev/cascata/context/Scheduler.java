package dev.cascata.context;

/** Runs expiries at their time. Thread-safe. */
public interface Scheduler {

    /**
     * Runs {@code task} once, {@code nanos} nanoseconds from now or later, never earlier.
     *
     * @return the handle that takes the task back
     */
    Timer schedule(long nanos, Runnable task);

    /** A task that waits for its time. */
    interface Timer {

        /** Takes the task back, and lets go of it at once, if it has not begun; does nothing otherwise. */
        void cancel();
    }
}
