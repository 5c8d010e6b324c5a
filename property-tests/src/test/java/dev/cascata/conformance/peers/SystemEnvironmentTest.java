package dev.cascata.conformance.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cascata.context.CancellableContext;
import dev.cascata.context.Context;
import dev.cascata.context.ContextException;
import dev.cascata.context.Deadline;
import dev.cascata.context.Done;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Contexts without an environment, which use the system's clock, timers and threads. */
@Timeout(120)
class SystemEnvironmentTest {

    @Test
    void callbackRunsOnItsOwnDaemonThread() throws Exception {
        CompletableFuture<Thread> ran = new CompletableFuture<>();
        CancellableContext context = Context.background().withCancel();
        context.afterFunc(() -> ran.complete(Thread.currentThread()));

        context.cancel();

        Thread thread = ran.get(100, TimeUnit.SECONDS);
        assertThat(thread).isNotSameAs(Thread.currentThread());
        assertThat(thread.isDaemon()).isTrue();
    }

    @Test
    void deadlinePassesBySystemTime() throws Exception {
        Context context = Context.background().withTimeout(Duration.ofMillis(1));
        Deadline deadline = Objects.requireNonNull(context.deadline());

        context.done().await();

        assertThat(deadline.isPast()).isTrue();
        assertThat(context.err()).isSameAs(ContextException.deadlineExceeded());
    }

    @Test
    void waitForAnEndlessContextReturnsByItsLimitOrAnInterrupt() throws Exception {
        Threads.run(0, () -> {
            assertThat(Done.never().await(Duration.ofNanos(1))).isFalse();
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> Done.never().await()).isInstanceOf(InterruptedException.class);
            return true;
        });
    }
}
