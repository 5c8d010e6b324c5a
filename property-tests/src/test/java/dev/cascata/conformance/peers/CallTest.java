package dev.cascata.conformance.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.cascata.conformance.kit.ForeignShape;
import dev.cascata.conformance.plain.PlainKit;
import dev.cascata.context.CancellableContext;
import dev.cascata.context.Context;
import dev.cascata.context.ContextException;
import dev.cascata.context.Environment;
import dev.cascata.context.Key;
import dev.cascata.context.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tasks that are bound to a context, in the reference and in the plain context. */
@Timeout(120)
class CallTest {
    private final VirtualTime time = new VirtualTime();
    private final List<Runnable> queue = new ArrayList<>();
    private final Environment environment = new Environment(time, time, queue::add);
    private final Throwable cause = new Exception("cause");

    static Stream<Named<ApiKit>> kits() {
        return Stream.of(new ReferenceKit(), new PlainKit()).map(kit -> Named.of(kit.name(), kit));
    }

    private CancellableContext context(ApiKit kit) {
        return kit.background(environment).withCancel();
    }

    /** The exception of a call whose task blocks, and whether its thread is interrupted after the call. */
    private record Blocked(Throwable thrown, boolean interrupted) {}

    private static FutureTask<Blocked> block(ApiKit kit, Context context, CountDownLatch running) {
        return Threads.start(() -> {
            Throwable thrown = catchThrowable(() -> kit.call(context, () -> blocked(running)));
            return new Blocked(thrown, Thread.currentThread().isInterrupted());
        });
    }

    private static boolean blocked(CountDownLatch running) throws InterruptedException {
        running.countDown();
        return new CountDownLatch(1).await(100, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @MethodSource("kits")
    void endInterruptsTheTask(ApiKit kit) throws Exception {
        CancellableContext context = context(kit);
        CountDownLatch running = new CountDownLatch(1);
        FutureTask<Blocked> call = block(kit, context.withValue(Key.named("key"), "v"), running);
        running.await();
        assertThat(context.dependents()).isOne();

        context.cancel(cause);

        Blocked blocked = call.get(30, TimeUnit.SECONDS);
        assertThat(blocked.interrupted()).isFalse();
        assertThat(blocked.thrown())
                .isInstanceOf(ContextException.Cancelled.class)
                .hasCause(cause);
        assertThat(blocked.thrown().getSuppressed()).singleElement().isInstanceOf(InterruptedException.class);
        assertThat(context.dependents()).isZero();
    }

    @ParameterizedTest
    @MethodSource("kits")
    void endOfAForeignContextInterruptsTheTaskAndReleasesTheContext(ApiKit kit) throws Exception {
        for (ForeignShape shape : ForeignShape.values()) {
            CancellableContext inner =
                    kit.background(environment.withExecutor(Runnable::run)).withCancel();
            Context foreign = kit.foreign(inner, shape);
            CountDownLatch running = new CountDownLatch(1);
            FutureTask<Blocked> call = block(kit, foreign, running);
            running.await();

            inner.cancel(cause);

            assertThat(call.get(30, TimeUnit.SECONDS).thrown())
                    .isInstanceOf(ContextException.Cancelled.class)
                    .hasCause(cause);
            Threads.eventually(() -> kit.attached(foreign) == 0);
        }
    }

    @ParameterizedTest
    @MethodSource("kits")
    void interruptDoesNotWaitForACallback(ApiKit kit) throws Exception {
        CancellableContext context =
                kit.background(environment.withExecutor(Runnable::run)).withCancel();
        CountDownLatch interrupted = new CountDownLatch(1);
        List<Boolean> seen = new ArrayList<>();
        context.afterFunc(() -> seen.add(awaits(interrupted)));
        CountDownLatch running = new CountDownLatch(1);
        FutureTask<Boolean> call = Threads.start(() -> {
            assertThatThrownBy(() -> kit.call(context, () -> blocked(running))).isInstanceOf(ContextException.class);
            interrupted.countDown();
            return true;
        });
        running.await();

        context.cancel();

        assertThat(call.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(seen).containsExactly(true);
    }

    private static boolean awaits(CountDownLatch latch) {
        try {
            return latch.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("kits")
    void callReturnsOrThrowsLikeItsTaskAndClearsItsInterrupt(ApiKit kit) throws Exception {
        Threads.run(0, () -> {
            CancellableContext context = context(kit);
            assertThat(kit.call(
                            context,
                            () -> context.cancel() && Thread.currentThread().isInterrupted()))
                    .isTrue();
            assertThat(Thread.currentThread().isInterrupted()).isFalse();

            CancellableContext other = context(kit);
            assertThatThrownBy(() -> other.runTask(() -> {
                        other.cancel();
                        throw new IOException("thrown");
                    }))
                    .isInstanceOf(IOException.class);
            return assertThat(Thread.currentThread().isInterrupted()).isFalse();
        });
    }

    @ParameterizedTest
    @MethodSource("kits")
    void interruptByOtherCodeIsKept(ApiKit kit) throws Exception {
        Threads.run(0, () -> {
            CancellableContext context = context(kit);
            Thread.currentThread().interrupt();
            String result = kit.call(context, () -> "done");
            assertThat(result).isEqualTo("done");
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            boolean won = kit.call(context, context::cancel);
            assertThat(won).isTrue();
            assertThat(Thread.interrupted()).isTrue();

            CancellableContext other = context(kit);
            assertThatThrownBy(() -> kit.call(other, () -> {
                        throw new InterruptedException("from the task");
                    }))
                    .hasMessage("from the task");
            return assertThat(Thread.currentThread().isInterrupted()).isFalse();
        });
    }

    @ParameterizedTest
    @MethodSource("kits")
    void oneOfTwoInterruptsAtTheSameTimeIsKept(ApiKit kit) throws Exception {
        Threads.run(0, () -> {
            CancellableContext context = context(kit);
            assertThatThrownBy(() -> kit.call(context, () -> {
                        Thread.currentThread().interrupt();
                        context.cancel(cause);
                        return blocked(new CountDownLatch(1));
                    }))
                    .isInstanceOf(ContextException.Cancelled.class);
            return assertThat(Thread.interrupted()).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("kits")
    void noInterruptIsSentAfterTheReturn(ApiKit kit) throws Exception {
        for (int round = 0; round < 2_000; round++) {
            CancellableContext context = context(kit);
            CyclicBarrier start = new CyclicBarrier(2);
            CountDownLatch cancelled = new CountDownLatch(1);
            FutureTask<Boolean> calling = Threads.start(() -> {
                start.await();
                try {
                    kit.call(context, () -> "done");
                } catch (ContextException ended) {
                    assertThat(ended).isInstanceOf(ContextException.Cancelled.class);
                }
                boolean early = Thread.currentThread().isInterrupted();
                cancelled.await();
                return early;
            });
            start.await();
            context.cancel();
            cancelled.countDown();
            assertThat(calling.get(30, TimeUnit.SECONDS)).isFalse();
            assertThat(context.dependents()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("kits")
    void nestedCallsLeaveNoInterrupt(ApiKit kit) throws Exception {
        CancellableContext outer = context(kit);
        Context inner = outer.withCancel();
        CountDownLatch running = new CountDownLatch(1);
        FutureTask<Blocked> call = Threads.start(() -> {
            Throwable thrown = catchThrowable(() -> kit.call(outer, () -> kit.call(inner, () -> blocked(running))));
            return new Blocked(thrown, Thread.currentThread().isInterrupted());
        });
        running.await();

        outer.cancel();

        assertThat(call.get(30, TimeUnit.SECONDS).thrown()).isInstanceOf(ContextException.Cancelled.class);
        assertThat(call.get().interrupted()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("kits")
    void endedContextRunsNoTaskAndEndlessContextRunsIt(ApiKit kit) throws Exception {
        Context root = kit.background(environment);
        Context expired = root.withTimeout(Duration.ZERO, cause);
        List<String> ran = new ArrayList<>();

        assertThatThrownBy(() -> expired.runTask(() -> ran.add("ran")))
                .isInstanceOf(ContextException.DeadlineExceeded.class)
                .hasCause(cause);
        root.runTask(() -> ran.add("root"));

        assertThat(ran).containsExactly("root");
    }
}
