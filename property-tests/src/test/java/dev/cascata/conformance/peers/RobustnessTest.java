package dev.cascata.conformance.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.cascata.conformance.kit.ForeignShape;
import dev.cascata.conformance.plain.PlainKit;
import dev.cascata.context.CancellableContext;
import dev.cascata.context.Context;
import dev.cascata.context.Environment;
import dev.cascata.context.Registration;
import dev.cascata.context.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Promises that can be tested only with a second thread, a refusing executor or a bad argument. */
@Timeout(120)
class RobustnessTest {
    private final VirtualTime time = new VirtualTime();
    private final List<Runnable> queue = new ArrayList<>();
    private final Environment environment = new Environment(time, time, queue::add);

    static Stream<Named<ApiKit>> kits() {
        return Stream.of(new ReferenceKit(), new PlainKit()).map(kit -> Named.of(kit.name(), kit));
    }

    @ParameterizedTest
    @MethodSource("kits")
    void callbackRunsIfStopReturnsFalse(ApiKit kit) {
        Environment inline = environment.withExecutor(Runnable::run);
        for (int round = 0; round < 1_500; round++) {
            AtomicInteger runs = new AtomicInteger();
            CancellableContext inner = kit.background(inline).withCancel();
            Context foreign = kit.foreign(inner, ForeignShape.OWN);
            Registration stop = kit.afterFunc(foreign, runs::incrementAndGet, inline);
            Threads.eventually(() -> kit.attached(foreign) > 0);

            inner.cancel();
            boolean stopped = stop.stop();

            Threads.eventually(() -> runs.get() + (stopped ? 1 : 0) == 1);
        }
    }

    @ParameterizedTest
    @MethodSource("kits")
    void contextBelowALayerOfAForeignContextEndsAlthoughTheExecutorRefuses(ApiKit kit) {
        Environment refusing = environment.withExecutor(task -> {
            throw new RejectedExecutionException("refused");
        });
        CancellableContext inner = kit.background(refusing).withCancel();
        Context foreign = kit.foreign(inner, ForeignShape.OWN);
        Context layer = kit.withValue(foreign, kit.newKey("key"), "v", refusing);
        Context child = kit.withCancel(layer, refusing);
        Threads.eventually(() -> kit.attached(foreign) == 1);

        inner.cancel();

        Threads.eventually(() -> child.done().isDone());
    }

    @ParameterizedTest
    @MethodSource("kits")
    void callbackThatBlocksTheWalkDoesNotDelayAWaitingThread(ApiKit kit) throws Exception {
        CancellableContext context =
                kit.background(environment.withExecutor(Runnable::run)).withCancel();
        CountDownLatch woken = new CountDownLatch(1);
        List<Boolean> seen = new ArrayList<>();
        context.afterFunc(() -> seen.add(awaits(woken)));
        List<Thread> waiter = new CopyOnWriteArrayList<>();
        FutureTask<Boolean> waiting = Threads.start(() -> {
            waiter.add(Thread.currentThread());
            context.done().await();
            woken.countDown();
            return true;
        });
        Threads.eventually(() -> waiter.stream().anyMatch(t -> t.getState() == Thread.State.WAITING));

        context.cancel();

        assertThat(waiting.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(seen).containsExactly(true);
    }

    @ParameterizedTest
    @MethodSource("kits")
    void refusedArgumentLeavesNothingBehind(ApiKit kit) {
        CancellableContext context = kit.background(environment).withCancel();

        assertThatNullPointerException().isThrownBy(() -> context.withDeadline(nothing()));
        assertThatNullPointerException().isThrownBy(() -> context.withTimeout(nothing()));
        assertThatNullPointerException().isThrownBy(() -> context.withValue(nothing(), "v"));
        assertThatNullPointerException().isThrownBy(() -> context.afterFunc(nothing()));

        assertThat(context.dependents()).isZero();
    }

    private static boolean awaits(CountDownLatch latch) {
        try {
            return latch.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T nothing() {
        return null;
    }
}
