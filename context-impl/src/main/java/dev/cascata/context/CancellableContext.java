package dev.cascata.context;

import org.jspecify.annotations.Nullable;

/**
 * A context that its owner can end. Thread-safe.
 *
 * <pre>{@code
 * try (CancellableContext work = parent.withTimeout(Duration.ofSeconds(3))) {
 *     ...
 * }
 * }</pre>
 *
 * <p>The parent keeps a context until one of the two ends. So always cancel a context, or use try-with-resources.
 */
@SuppressWarnings("exports") // Nullable: see module-info.
public interface CancellableContext extends Context, AutoCloseable {

    /** Cancels without a cause; see {@link #cancel(Throwable)}. */
    default boolean cancel() {
        return cancel(null);
    }

    /**
     * Ends this context and everything derived from it, as cancelled. When this call returns, with true or false, every
     * context linked below it is done; callbacks may still have to run.
     *
     * @param cause what {@link #cause()} returns; null for the {@linkplain #err() err}
     * @return true for the one call that ended this context; false if it was done, or another thread was ending it
     */
    boolean cancel(@Nullable Throwable cause);

    /**
     * Returns the number of live children, callbacks and running calls that are linked to this context. Meant for leak
     * checks in tests: it counts them one by one, and threads that derive from this context wait meanwhile.
     */
    int dependents();

    /** Cancels. */
    @Override
    default void close() {
        cancel();
    }
}
