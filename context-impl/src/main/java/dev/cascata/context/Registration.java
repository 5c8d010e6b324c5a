package dev.cascata.context;

/** A callback that waits for the end of a context. Thread-safe. */
public interface Registration {

    /**
     * Takes the callback back. Does not wait for a callback that is running.
     *
     * @return true at most once, and only if the callback has not been started and never will be
     */
    boolean stop();
}
