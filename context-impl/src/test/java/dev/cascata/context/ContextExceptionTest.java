package dev.cascata.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ContextExceptionTest {
    private final CancellableContext context = Context.background().withCancel();

    @Test
    void errIsSharedAndHasNoStackTrace() {
        context.cancel();
        Context expired = Context.background().withTimeout(Duration.ZERO);

        assertThat(context.err()).isSameAs(ContextException.cancelled());
        assertThat(expired.err()).isSameAs(ContextException.deadlineExceeded());
        assertThat(ContextException.cancelled()).isInstanceOf(ContextException.Cancelled.class);
        assertThat(ContextException.deadlineExceeded()).isInstanceOf(ContextException.DeadlineExceeded.class);
        assertThat(ContextException.cancelled().getStackTrace()).isEmpty();
    }

    @Test
    void sharedErrCannotBeChanged() {
        ContextException shared = ContextException.cancelled();

        shared.addSuppressed(new Exception());
        assertThatIllegalStateException().isThrownBy(() -> shared.initCause(new Exception()));
        shared.setStackTrace(new Exception().getStackTrace());

        assertThat(shared.getSuppressed()).isEmpty();
        assertThat(shared.getStackTrace()).isEmpty();
    }

    @Test
    void throwIfDoneOnLiveContextThrowsNothing() {
        assertThatCode(context::throwIfDone).doesNotThrowAnyException();
    }

    @Test
    void throwIfDoneOnDoneContextThrowsNewExceptionWithCause() {
        Exception cause = new Exception("cause");
        context.cancel(cause);

        ContextException first = thrownBy(context);
        ContextException second = thrownBy(context);

        assertThat(first).isInstanceOf(ContextException.Cancelled.class).hasMessage("context cancelled");
        assertThat(first).cause().isSameAs(cause);
        assertThat(first.getStackTrace()).isNotEmpty();
        assertThat(second).isNotSameAs(first);
    }

    @Test
    void throwIfDoneOnExpiredContextThrowsDeadlineExceeded() {
        Context expired = Context.background().withTimeout(Duration.ZERO);

        assertThat(thrownBy(expired))
                .isInstanceOf(ContextException.DeadlineExceeded.class)
                .hasMessage("context deadline exceeded")
                .cause()
                .isSameAs(ContextException.deadlineExceeded());
    }

    private static ContextException thrownBy(Context ended) {
        return catchThrowableOfType(ContextException.class, ended::throwIfDone);
    }
}
