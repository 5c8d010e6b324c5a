package dev.cascata.context;

import org.jspecify.annotations.Nullable;

/**
 * Why a context ended: {@link Cancelled} or {@link DeadlineExceeded}.
 *
 * <p>{@link Context#err()} answers one of two shared instances without a stack trace. {@link Context#throwIfDone()}
 * throws a fresh instance with one.
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

    /** The shared err of every context that was cancelled. */
    public static ContextException cancelled() {
        return CANCELLED;
    }

    /** The shared err of every context that ran out of time. */
    public static ContextException deadlineExceeded() {
        return DEADLINE_EXCEEDED;
    }

    /** One of the same kind with a stack trace, to be thrown. */
    abstract ContextException fresh(@Nullable Throwable cause);

    /** The context, or one that it was derived from, was cancelled. */
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

    /** The deadline of the context, or of one that it was derived from, has passed. */
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
