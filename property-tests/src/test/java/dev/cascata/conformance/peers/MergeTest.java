package dev.cascata.conformance.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cascata.conformance.kit.ForeignShape;
import dev.cascata.conformance.plain.PlainKit;
import dev.cascata.context.CancellableContext;
import dev.cascata.context.Context;
import dev.cascata.context.ContextException;
import dev.cascata.context.Deadline;
import dev.cascata.context.Done;
import dev.cascata.context.Environment;
import dev.cascata.context.Key;
import dev.cascata.context.Registration;
import dev.cascata.context.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Behaviour of merged contexts, in the reference and in the plain context, that programs on one thread cannot show. */
@Timeout(120)
class MergeTest {
    private static final long SMALL_STACK = 256 * 1024;
    private static final int DEEP = 1_000_000;

    private final VirtualTime time = new VirtualTime();
    private final List<Runnable> queue = new ArrayList<>();
    private final Environment environment = new Environment(time, time, queue::add);

    static Stream<Named<ApiKit>> kits() {
        return Stream.of(new ReferenceKit(), new PlainKit()).map(kit -> Named.of(kit.name(), kit));
    }

    private CancellableContext merge(ApiKit kit, Context... parents) {
        return (CancellableContext) kit.merge(Arrays.asList(parents), environment);
    }

    @ParameterizedTest
    @MethodSource("kits")
    void firstEndCountsAndTheOtherParentReleasesTheMergedContext(ApiKit kit) {
        CancellableContext first = kit.background(environment).withCancel();
        CancellableContext second = kit.background(environment).withCancel();
        CancellableContext merged = merge(kit, first, second.withValue(Key.named("key"), "v"), second);
        Throwable cause = new Exception("cause");
        assertThat(List.of(first.dependents(), second.dependents())).containsExactly(1, 1);

        second.cancel(cause);
        first.cancel();

        assertThat(merged.cause()).isSameAs(cause);
        assertThat(merged.err()).isSameAs(ContextException.cancelled());
        assertThat(first.dependents() + second.dependents()).isZero();
    }

    @ParameterizedTest
    @MethodSource("kits")
    void watchersAndHooksOfTheOtherParentsAreReleased(ApiKit kit) {
        CancellableContext inner = kit.background(environment).withCancel();
        Context watched = kit.foreign(inner, ForeignShape.OWN);
        Context hooked = kit.foreign(inner, ForeignShape.HOOK);
        CancellableContext own = kit.background(environment).withCancel();
        Context merged = merge(kit, own, watched, hooked, hooked);
        Threads.eventually(() -> kit.attached(watched) == 1);
        assertThat(kit.attached(hooked)).isOne();

        own.cancel();

        assertThat(merged.err()).isNotNull();
        assertThat(kit.attached(hooked)).isZero();
        Threads.eventually(() -> kit.attached(watched) == 0);
        assertThat(inner.dependents()).isZero();
    }

    @ParameterizedTest
    @MethodSource("kits")
    void foreignParentEndsAMergedContextWhoseOtherParentIsLive(ApiKit kit) {
        CancellableContext inner = kit.background(environment).withCancel();
        Context watched = kit.foreign(inner, ForeignShape.OWN);
        CancellableContext own = kit.background(environment).withCancel();
        Context merged = merge(kit, watched, own);
        Throwable cause = new Exception("cause");

        inner.cancel(cause);

        Threads.eventually(() -> merged.done().isDone() && kit.attached(watched) == 0 && own.dependents() == 0);
        assertThat(merged.cause()).isSameAs(cause);
    }

    @ParameterizedTest
    @MethodSource("kits")
    void mergeWithAnEndedParentAttachesNothing(ApiKit kit) {
        CancellableContext live = kit.background(environment).withCancel();
        Context hooked = kit.foreign(live, ForeignShape.HOOK);
        CancellableContext ended = live.withCancel();
        CancellableContext later = live.withCancel();
        Throwable cause = new Exception("cause");
        ended.cancel(cause);
        later.cancel();

        Context merged = merge(kit, live, hooked, ended, later);

        assertThat(merged.cause()).isSameAs(cause);
        assertThat(live.dependents() + kit.attached(hooked)).isZero();
    }

    @ParameterizedTest
    @MethodSource("kits")
    void chainOfMergesDoesNotRecurse(ApiKit kit) throws Exception {
        Threads.run(SMALL_STACK, () -> {
            CancellableContext top = kit.background(environment).withTimeout(Duration.ofHours(1));
            CancellableContext side = kit.background(environment).withCancel();
            Context leaf = top;
            for (int i = 0; i < DEEP / 2; i++) {
                leaf = merge(kit, leaf, leaf.withCancel());
            }
            CancellableContext last = merge(kit, side, leaf);

            assertThat(last.deadline()).isEqualTo(top.deadline());
            assertThat(leaf.value(Key.<String>named("key"))).isNull();
            assertThat(leaf.toString()).startsWith("....merge.merge").hasSizeLessThan(2_000);
            time.advance(Duration.ofHours(1));
            assertThat(last.err()).isSameAs(ContextException.deadlineExceeded());
            assertThat(side.dependents()).isZero();
            return last;
        });
    }

    /** Two walks meet: each finds contexts below its top that the other walk has ended. */
    @ParameterizedTest
    @MethodSource("kits")
    void twoParentsThatEndAtTheSameTimeDoNotDeadlockAndLeaveNothingLive(ApiKit kit) throws Exception {
        for (int round = 0; round < 500; round++) {
            List<CancellableContext> parents = List.of(
                    kit.background(environment).withCancel(),
                    kit.background(environment).withCancel());
            List<Context> below = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                Context merged = merge(kit, parents.get(i % 2), parents.get(1 - i % 2));
                below.add(merged);
                below.add(merged.withCancel().withCancel());
            }
            CyclicBarrier start = new CyclicBarrier(2);
            List<FutureTask<Boolean>> racing = parents.stream()
                    .map(parent -> Threads.start(cancelling(parent, start, below)))
                    .toList();
            for (FutureTask<Boolean> task : racing) {
                assertThat(task.get(30, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(parents).allMatch(parent -> parent.dependents() == 0);
        }
    }

    private static Callable<Boolean> cancelling(CancellableContext top, CyclicBarrier start, List<Context> below) {
        return () -> {
            start.await();
            boolean won = top.cancel(new Exception("cause"));
            assertThat(below).allMatch(context -> context.err() != null && context.cause() != null);
            return won;
        };
    }

    @ParameterizedTest
    @MethodSource("kits")
    void endOfAParentDuringTheMergeIsSeenAndTheOtherParentHoldsNothing(ApiKit kit) throws Exception {
        for (int round = 0; round < 1_000; round++) {
            CancellableContext live = kit.background(environment).withCancel();
            CancellableContext ending = kit.background(environment).withCancel();
            Context hooked = kit.foreign(live, ForeignShape.HOOK);
            CyclicBarrier start = new CyclicBarrier(2);
            FutureTask<Context> merging = Threads.start(() -> {
                start.await();
                return merge(kit, live, ending, hooked);
            });
            start.await();
            ending.cancel();
            assertThat(merging.get(30, TimeUnit.SECONDS).err()).isNotNull();
            Threads.eventually(() -> live.dependents() + kit.attached(hooked) == 0);
        }
    }

    @ParameterizedTest
    @MethodSource("kits")
    void refusedMergeLeavesNothingBehind(ApiKit kit) {
        CancellableContext live = kit.background(environment).withCancel();
        Context hooked = kit.foreign(live, ForeignShape.HOOK);

        assertThatThrownBy(() -> merge(kit, live, hooked, new Refusing(live))).isInstanceOf(ArithmeticException.class);
        assertThatNullPointerException().isThrownBy(() -> Context.merge(nothing()));
        assertThatNullPointerException().isThrownBy(() -> Context.merge(live, live, nothing()));

        assertThat(live.dependents() + kit.attached(hooked)).isZero();
    }

    /** A foreign context with a hook that refuses every callback. */
    private record Refusing(Context inner) implements Context {
        @Override
        public @Nullable Deadline deadline() {
            return null;
        }

        @Override
        public Done done() {
            return new WatchedDone(new OwnContext(inner));
        }

        @Override
        public @Nullable ContextException err() {
            return null;
        }

        @Override
        public <T> @Nullable T value(Key<T> key) {
            return inner.value(key);
        }

        @Override
        public Registration afterFunc(Runnable callback) {
            throw new ArithmeticException("refused");
        }
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T nothing() {
        return null;
    }
}
