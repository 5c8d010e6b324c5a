package dev.cascata.context;

import org.jspecify.annotations.Nullable;

/**
 * A context that its owner can end.
 *
 * <pre>{@code
 * try (CancellableContext work = parent.withTimeout(Duration.ofSeconds(3))) {
 *     ...
 * }
 * }</pre>
 *
 * <p>A context that is never cancelled is held by its parent until that ends: always cancel, or use
 * try-with-resources.
 */
@SuppressWarnings("exports") // Nullable: see module-info.
public interface CancellableContext extends Context, AutoCloseable {

    /** Cancels with no cause of its own; see {@link #cancel(Throwable)}. */
    default boolean cancel() {
        return cancel(null);
    }

    /**
     * Ends this context and everything derived from it, as cancelled. When the call returns, to the caller who ended
     * the context or to any later one, every context linked below it has ended; callbacks may still be about to run.
     *
     * @param cause shown by {@link #cause()}; null to show the {@linkplain #err() err}
     * @return true for the one call that ended this context, false if it had ended before
     */
    boolean cancel(@Nullable Throwable cause);

    /**
     * How many live children, callbacks and running calls hang on this context now. For leak checks in tests: counts them,
     * and whoever derives from this context meanwhile waits.
     */
    int dependents();

    /** Cancels. */
    @Override
    default void close() {
        cancel();
    }
}
