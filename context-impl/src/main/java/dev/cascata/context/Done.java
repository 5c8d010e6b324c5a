package dev.cascata.context;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * The signal that a context has ended, as the channel that {@code Done} returns in Go. Thread-safe.
 *
 * <p>A class that implements {@link Context} from scratch implements this interface as well. A class that wraps a
 * context may return the signal of the wrapped context; contexts derived from it then follow the wrapped context.
 */
public interface Done {

    /** Returns the signal of a context that cannot end. Always the same object. */
    static Done never() {
        return NeverDone.INSTANCE;
    }

    /** Returns true once the context has ended. Does not block. */
    boolean isDone();

    /**
     * Blocks until the context ends.
     *
     * @throws InterruptedException if the thread is interrupted before or while it waits
     */
    void await() throws InterruptedException;

    /**
     * Blocks until the context ends, or until {@code limit} has passed on the clock of its environment.
     * {@link #never()} uses the system's clock. A limit that is zero or negative does not block.
     *
     * @return true if the context is done, false if the limit has passed first
     * @throws InterruptedException if the thread is interrupted before or while it waits
     */
    boolean await(Duration limit) throws InterruptedException;

    /** Returns a stage that completes with null after the end, on the environment's executor. */
    CompletionStage<Void> stage();
}
