package dev.cascata.conformance.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cascata.conformance.plain.PlainKit;
import dev.cascata.context.CancellableContext;
import dev.cascata.context.Done;
import dev.cascata.context.Environment;
import dev.cascata.context.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Waits for the end of a context, in the reference and in the plain context. */
@Timeout(120)
class WaitingTest {
    private final VirtualTime time = new VirtualTime();
    private final List<Runnable> queue = new ArrayList<>();
    private final Environment environment = new Environment(time, time, queue::add);

    static Stream<Named<ApiKit>> kits() {
        return Stream.of(new ReferenceKit(), new PlainKit()).map(kit -> Named.of(kit.name(), kit));
    }

    @ParameterizedTest
    @MethodSource("kits")
    void endWakesAWaitingThread(ApiKit kit) throws Exception {
        CancellableContext context = kit.background(environment).withCancel();
        FutureTask<Boolean> waiting = Threads.start(() -> {
            context.done().await();
            return context.done().isDone();
        });

        context.cancel();

        assertThat(waiting.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(context.dependents()).isZero();
    }

    @ParameterizedTest
    @MethodSource("kits")
    void timedWaitFollowsVirtualTime(ApiKit kit) throws Exception {
        Done done = kit.background(environment).withCancel().done();
        FutureTask<Boolean> waiting = Threads.start(() -> done.await(Duration.ofMillis(5)));
        Threads.eventually(() -> time.pending() == 1);

        time.advance(Duration.ofMillis(4));
        assertThat(waiting.isDone()).isFalse();
        time.advance(Duration.ofMillis(1));

        assertThat(waiting.get(30, TimeUnit.SECONDS)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("kits")
    void timedWaitReturnsTrueIfItsLimitPassesAtTheEnd(ApiKit kit) throws Exception {
        CancellableContext context = kit.background(environment).withTimeout(Duration.ofMillis(5));
        FutureTask<Boolean> waiting = Threads.start(() -> context.done().await(Duration.ofMillis(5)));
        Threads.eventually(() -> time.pending() == 2);

        time.advance(Duration.ofMillis(5));

        assertThat(waiting.get(30, TimeUnit.SECONDS)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("kits")
    void leftOverPermitDoesNotEndAWait(ApiKit kit) throws Exception {
        CancellableContext context = kit.background(environment).withCancel();
        FutureTask<Boolean> waiting = new FutureTask<>(() -> {
            LockSupport.unpark(Thread.currentThread());
            context.done().await();
            return context.done().isDone();
        });
        Thread waiter = new Thread(waiting, "waiter");
        waiter.setDaemon(true);
        waiter.start();
        Threads.eventually(() -> waiting.isDone() || waiter.getState() == Thread.State.WAITING);
        LockSupport.unpark(waiter);
        Threads.eventually(() -> waiting.isDone() || waiter.getState() == Thread.State.WAITING);

        context.cancel();

        assertThat(waiting.get(30, TimeUnit.SECONDS)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("kits")
    void timedWaitLeavesNoTimerAfterTheEnd(ApiKit kit) throws Exception {
        CancellableContext context = kit.background(environment).withCancel();
        FutureTask<Boolean> waiting = Threads.start(() -> context.done().await(Duration.ofDays(200_000)));
        Threads.eventually(() -> time.pending() == 1);

        context.cancel();

        assertThat(waiting.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(time.pending()).isZero();
        assertThat(context.done().await(Duration.ofSeconds(1))).isTrue();
        assertThat(time.pending()).isZero();
    }

    @ParameterizedTest
    @MethodSource("kits")
    void interruptEndsAWaitButNotTheContext(ApiKit kit) throws Exception {
        CancellableContext context = kit.background(environment).withCancel();

        Threads.run(0, () -> {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> context.done().await()).isInstanceOf(InterruptedException.class);
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> context.done().await(Duration.ZERO)).isInstanceOf(InterruptedException.class);
            return Thread.currentThread().isInterrupted();
        });

        assertThat(context.dependents()).isZero();
        assertThat(context.err()).isNull();
    }

    @ParameterizedTest
    @MethodSource("kits")
    void pendingInterruptEndsAWaitForAnEndedContext(ApiKit kit) throws Exception {
        CancellableContext context = kit.background(environment).withCancel();
        context.cancel();

        Threads.run(0, () -> {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> context.done().await()).isInstanceOf(InterruptedException.class);
            return Thread.currentThread().isInterrupted();
        });
    }

    @ParameterizedTest
    @MethodSource("kits")
    void stageCompletesOnTheExecutor(ApiKit kit) {
        CancellableContext context = kit.background(environment).withCancel();
        var stage = context.done().stage().toCompletableFuture();

        context.cancel();

        assertThat(stage).isNotDone();
        queue.forEach(Runnable::run);
        assertThat(stage).isCompletedWithValue(null);
    }
}
