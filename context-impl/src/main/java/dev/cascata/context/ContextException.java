package dev.cascata.context;

import org.jspecify.annotations.Nullable;

/**
 * How a context ended: {@link Cancelled} or {@link DeadlineExceeded}.
 *
 * <p>{@link Context#err()} returns one of two shared instances without a stack trace, which cannot be changed.
 * {@link Context#throwIfDone()} throws a new instance with a stack trace.
 */
public abstract sealed class ContextException extends RuntimeException {
    private static final long serialVersionUID = 1;

    @SuppressWarnings("StaticAssignmentOfThrowable")
    private static final ContextException CANCELLED = new Cancelled();

    @SuppressWarnings("StaticAssignmentOfThrowable")
    private static final ContextException DEADLINE_EXCEEDED = new DeadlineExceeded();

    private ContextException(String message) {
        super(message, null, false, false);
    }

    private ContextException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Returns the shared err of all contexts that were cancelled. Go: {@code Canceled}. */
    public static ContextException cancelled() {
        return CANCELLED;
    }

    /** Returns the shared err of all contexts whose deadline has passed. Go: {@code DeadlineExceeded}. */
    public static ContextException deadlineExceeded() {
        return DEADLINE_EXCEEDED;
    }

    /** Returns a new exception of the same kind, with a stack trace. */
    abstract ContextException fresh(@Nullable Throwable cause);

    /** The context, or an ancestor, was cancelled. */
    public static final class Cancelled extends ContextException {
        private static final long serialVersionUID = 1;
        private static final String MESSAGE = "context cancelled";

        private Cancelled() {
            super(MESSAGE);
        }

        private Cancelled(@Nullable Throwable cause) {
            super(MESSAGE, cause);
        }

        @Override
        ContextException fresh(@Nullable Throwable cause) {
            return new Cancelled(cause);
        }
    }

    /** The deadline of the context, or of an ancestor, has passed. */
    public static final class DeadlineExceeded extends ContextException {
        private static final long serialVersionUID = 1;
        private static final String MESSAGE = "context deadline exceeded";

        private DeadlineExceeded() {
            super(MESSAGE);
        }

        private DeadlineExceeded(@Nullable Throwable cause) {
            super(MESSAGE, cause);
        }

        @Override
        ContextException fresh(@Nullable Throwable cause) {
            return new DeadlineExceeded(cause);
        }
    }
}
