package dev.cascata.conformance.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.kit.ForeignShape;
import dev.cascata.conformance.plain.PlainKit;
import dev.cascata.context.CancellableContext;
import dev.cascata.context.Context;
import dev.cascata.context.ContextException;
import dev.cascata.context.Environment;
import dev.cascata.context.Key;
import dev.cascata.context.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Behaviour of the reference and of the plain context that programs on one thread cannot show. */
@Timeout(120)
class ContextBehaviourTest {
    private static final long SMALL_STACK = 240 * 1024;
    private static final int DEEP = 1_000_000;
    private static final Key<String> KEY = Key.named("key");

    private final VirtualTime time = new VirtualTime();
    private final List<Runnable> queue = new ArrayList<>();
    private final Environment environment = new Environment(time, time, queue::add);

    static Stream<Named<ApiKit>> kits() {
        return Stream.of(new ReferenceKit(), new PlainKit()).map(kit -> Named.of(kit.name(), kit));
    }

    @ParameterizedTest
    @MethodSource("kits")
    void operationsOnADeepChainDoNotRecurse(ApiKit kit) throws Exception {
        Threads.run(SMALL_STACK, () -> {
            CancellableContext top =
                    kit.background(environment).withValue(KEY, "v").withTimeout(Duration.ofHours(1));
            Context leaf = chain(top, DEEP);
            leaf.afterFunc(() -> {});

            assertThat(leaf.value(KEY)).isEqualTo("v");
            assertThat(leaf.deadline()).isEqualTo(top.deadline());
            assertThat(leaf.toString()).startsWith("....").hasSizeLessThan(2_000);
            assertThat(leaf.afterFunc(() -> {}).stop()).isTrue();
            assertThat(top.cancel()).isTrue();
            assertThat(leaf.err()).isSameAs(ContextException.cancelled());
            return queue;
        });
        assertThat(queue).hasSize(1);
        assertThat(time.pending()).isZero();
    }

    @ParameterizedTest
    @MethodSource("kits")
    void expiryOfADeepChainDoesNotRecurse(ApiKit kit) throws Exception {
        Context leaf = chain(kit.background(environment).withTimeout(Duration.ofMillis(1)), DEEP);

        Threads.run(SMALL_STACK, () -> {
            time.advance(Duration.ofMillis(1));
            return time;
        });

        assertThat(leaf.err()).isSameAs(ContextException.deadlineExceeded());
    }

    @ParameterizedTest
    @MethodSource("kits")
    void oneOfManyCancelsWinsAndAllReturnAfterEverythingBelowHasEnded(ApiKit kit) throws Exception {
        for (int round = 0; round < 100; round++) {
            CancellableContext top = kit.background(environment).withCancel();
            List<Context> below = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                below.add(chain(top, 10));
            }
            CyclicBarrier start = new CyclicBarrier(3);
            Callable<Boolean> cancel = () -> {
                start.await();
                boolean won = top.cancel();
                assertThat(below).allMatch(context -> context.err() != null);
                return won;
            };
            List<FutureTask<Boolean>> racing =
                    List.of(Threads.start(cancel), Threads.start(cancel), Threads.start(cancel));
            int winners = 0;
            for (FutureTask<Boolean> task : racing) {
                winners += task.get(30, TimeUnit.SECONDS) ? 1 : 0;
            }
            assertThat(winners).isOne();
        }
    }

    @ParameterizedTest
    @MethodSource("kits")
    void childMadeDuringTheEndOfItsParentEnds(ApiKit kit) throws Exception {
        for (int round = 0; round < 1_000; round++) {
            CancellableContext parent = kit.background(environment).withCancel();
            CyclicBarrier start = new CyclicBarrier(2);
            FutureTask<Context> deriving = Threads.start(() -> {
                start.await();
                return parent.withCancel();
            });
            start.await();
            parent.cancel();
            assertThat(deriving.get(30, TimeUnit.SECONDS).err()).isNotNull();
            assertThat(parent.dependents()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("kits")
    void refusalOfAnExecutorIsReportedAndTheOtherCallbacksRun(ApiKit kit) throws Exception {
        Environment refusing = environment.withExecutor(new RefusingTheFirst(queue));
        CancellableContext top = kit.background(refusing).withCancel();
        Context child = top.withCancel();
        top.afterFunc(() -> {});
        top.afterFunc(() -> {});
        child.afterFunc(() -> {});
        List<Throwable> reported = new ArrayList<>();

        Threads.run(0, () -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> reported.add(thrown));
            return top.cancel();
        });

        assertThat(child.err()).isNotNull();
        assertThat(queue).hasSize(2);
        assertThat(reported).singleElement().isInstanceOf(RejectedExecutionException.class);
    }

    @ParameterizedTest
    @MethodSource("kits")
    void earlierDeadlineOfAParentReplacesTimerAndCauseButAnEqualOneDoesNot(ApiKit kit) {
        Context parent = kit.background(environment).withTimeout(Duration.ofMillis(5));

        Context later = parent.withTimeout(Duration.ofMillis(6), new Exception("dropped"));
        assertThat(time.pending()).isOne();
        parent.withTimeout(Duration.ofMillis(5));
        assertThat(time.pending()).isEqualTo(2);
        time.advance(Duration.ofMillis(5));

        assertThat(later.deadline()).isEqualTo(parent.deadline());
        assertThat(later.cause()).isSameAs(ContextException.deadlineExceeded());
        assertThat(time.pending()).isZero();
    }

    @ParameterizedTest
    @MethodSource("kits")
    void printedContextShowsItsPathAndNoValue(ApiKit kit) {
        Context context = kit.background(environment)
                .withValue(KEY, "secret")
                .withoutCancel()
                .withCancel();

        assertThat(context).hasToString("background.withValue(key).withoutCancel.withCancel");
        assertThat(kit.withCancel(kit.foreign(context, ForeignShape.OWN), environment)
                        .toString())
                .startsWith(OwnContext.class.getName())
                .doesNotContain("secret");
    }

    private static Context chain(Context top, int depth) {
        Context leaf = top;
        for (int i = 0; i < depth; i++) {
            leaf = i % 3 == 0 ? leaf.withValue(Key.named("other"), i) : leaf.withCancel();
        }
        return leaf;
    }

    private record RefusingTheFirst(List<Runnable> queue, AtomicInteger asked) implements Executor {
        RefusingTheFirst(List<Runnable> queue) {
            this(queue, new AtomicInteger());
        }

        @Override
        public void execute(Runnable task) {
            if (asked.getAndIncrement() == 0) {
                throw new RejectedExecutionException("refused");
            }
            queue.add(task);
        }
    }
}
