package dev.cascata.context;

/** What {@link Context#afterFunc} returns: a callback that is registered for the end of a context. Thread-safe. */
public interface Registration {

    /**
     * Unregisters the callback. Does not wait for a callback that is running. If another thread is just ending the
     * context, blocks until that end is visible.
     *
     * @return true if this call has unregistered the callback, which then never runs; false if an earlier call has, or
     *     if the callback has run, is running or will run
     */
    boolean stop();
}
