package dev.cascata.context;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * The signal that a context has ended: what a channel is in Go. Thread-safe.
 *
 * <p>Whoever implements {@link Context} from scratch implements this as well; whoever wraps a context may hand on the
 * one of the wrapped context, and is then followed as if it were that context.
 */
public interface Done {

    /** The signal that is never given: the one of a context that cannot end. Always the same object. */
    static Done never() {
        return NeverDone.INSTANCE;
    }

    /** True from the end of the context on. Does not block. */
    boolean isDone();

    /**
     * Waits for the end.
     *
     * @throws InterruptedException if the thread is interrupted before or while it waits
     */
    void await() throws InterruptedException;

    /**
     * Waits for the end, at most for {@code limit} on the time source of the context's environment; the signal that is
     * never given knows no environment and takes the system's time.
     *
     * @return true if the context has ended, false if the limit was reached first
     * @throws InterruptedException if the thread is interrupted before or while it waits
     */
    boolean await(Duration limit) throws InterruptedException;

    /** A stage that completes with null after the end, on the environment's callback executor. */
    CompletionStage<Void> stage();
}
