package dev.cascata.conformance.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cascata.conformance.kit.ForeignShape;
import dev.cascata.conformance.plain.PlainKit;
import dev.cascata.context.CancellableContext;
import dev.cascata.context.Context;
import dev.cascata.context.Done;
import dev.cascata.context.Environment;
import dev.cascata.context.Registration;
import dev.cascata.context.VirtualTime;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the reference and the plain context release what they attach to a foreign parent. */
@Timeout(120)
class ForeignParentTest {
    private final VirtualTime time = new VirtualTime();
    private final List<Runnable> queue = new ArrayList<>();
    private final Environment environment = new Environment(time, time, queue::add);

    static Stream<Named<ApiKit>> kits() {
        return Stream.of(new ReferenceKit(), new PlainKit()).map(kit -> Named.of(kit.name(), kit));
    }

    @ParameterizedTest
    @MethodSource("kits")
    void watcherIsReleasedWhenTheChildEnds(ApiKit kit) {
        CancellableContext inner = kit.background(environment).withCancel();
        Context foreign = kit.foreign(inner, ForeignShape.OWN);
        Context child = kit.withCancel(foreign, environment);
        Threads.eventually(() -> kit.attached(foreign) == 1);

        kit.cancel(child);

        Threads.eventually(() -> kit.attached(foreign) == 0);
        assertThat(inner.done().isDone()).isFalse();
        assertThat(inner.dependents()).isZero();
    }

    @ParameterizedTest
    @MethodSource("kits")
    void watcherIsReleasedWhenTheParentEnds(ApiKit kit) {
        CancellableContext inner = kit.background(environment).withCancel();
        Context foreign = kit.foreign(inner, ForeignShape.OWN);
        Context child = kit.withCancel(foreign, environment);
        Throwable cause = new Exception("cause");
        Threads.eventually(() -> kit.attached(foreign) == 1);

        inner.cancel(cause);

        Threads.eventually(() -> child.done().isDone() && kit.attached(foreign) == 0);
        assertThat(child.cause()).isSameAs(cause);
    }

    /** A foreign context without a hook. Its first wait is interrupted by other code. */
    private static final class Restless extends ForeignContext {
        private final AtomicInteger waits = new AtomicInteger();

        Restless(Context inner) {
            super(inner);
        }

        @Override
        Done ownDone() {
            return new WatchedDone(this) {
                @Override
                public void await() throws InterruptedException {
                    if (waits.getAndIncrement() == 0) {
                        throw new InterruptedException("by other code");
                    }
                    super.await();
                }
            };
        }
    }

    @ParameterizedTest
    @MethodSource("kits")
    void watcherThatOtherCodeInterruptsStillWatches(ApiKit kit) {
        CancellableContext inner = kit.background(environment).withCancel();
        Restless foreign = new Restless(inner);
        Context child = kit.withCancel(foreign, environment);
        Threads.eventually(() -> foreign.waits.get() == 2);

        inner.cancel();

        Threads.eventually(() -> child.done().isDone());
    }

    @ParameterizedTest
    @MethodSource("kits")
    void watcherIsNotInterruptedWhileItEndsItsChild(ApiKit kit) throws Exception {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Environment direct = new Environment(time, time, Runnable::run);
        CancellableContext inner = kit.background(direct).withCancel();
        Context foreign = kit.foreign(inner, ForeignShape.OWN);
        Context child = kit.withCancel(foreign, direct);
        child.afterFunc(() -> interrupted.complete(Thread.currentThread().isInterrupted()));
        Threads.eventually(() -> kit.attached(foreign) == 1);

        inner.cancel();

        assertThat(interrupted.get(30, TimeUnit.SECONDS)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("kits")
    void hookIsReleasedWhenTheChildEnds(ApiKit kit) {
        CancellableContext inner = kit.background(environment).withCancel();
        Context foreign = kit.foreign(inner, ForeignShape.HOOK);
        Context child = kit.withCancel(foreign, environment);
        assertThat(kit.attached(foreign)).isOne();

        kit.cancel(child);

        assertThat(kit.attached(foreign)).isZero();
        assertThat(inner.dependents()).isZero();
    }

    /** A hook that ends the context inside, and calls back, before the registration returns. */
    private static final class CallsBackAtOnce extends ForeignContext {
        boolean released;

        CallsBackAtOnce(CancellableContext inner) {
            super(inner);
        }

        @Override
        Done ownDone() {
            return new OtherDone(inner().done());
        }

        @Override
        public Registration afterFunc(Runnable callback) {
            ((CancellableContext) inner()).cancel();
            callback.run();
            return () -> {
                released = true;
                return false;
            };
        }
    }

    @ParameterizedTest
    @MethodSource("kits")
    void hookThatHasAlreadyCalledBackIsReleased(ApiKit kit) {
        CallsBackAtOnce foreign =
                new CallsBackAtOnce(kit.background(environment).withCancel());

        Context child = kit.withCancel(foreign, environment);

        assertThat(child.done().isDone()).isTrue();
        assertThat(foreign.released).isTrue();
    }

    /** A hook that returns null instead of a registration. */
    private static final class AnswersNull extends ForeignContext {
        AnswersNull(Context inner) {
            super(inner);
        }

        @Override
        Done ownDone() {
            return new OtherDone(inner().done());
        }

        @Override
        @SuppressWarnings("NullAway")
        public Registration afterFunc(Runnable callback) {
            return null;
        }
    }

    @Test
    void hookThatReturnsNullIsNamedInTheError() {
        ReferenceKit kit = new ReferenceKit();
        Context foreign = new AnswersNull(kit.background(environment).withCancel());

        assertThatThrownBy(() -> kit.withCancel(foreign, environment))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("afterFunc of " + AnswersNull.class.getName() + " returned null");
    }

    /** An implementation may cache for each class whether it has a hook. */
    @Test
    void parentOfANewClassIsFollowedByItsHookOrByAWatcher() throws Throwable {
        ReferenceKit kit = new ReferenceKit();
        CancellableContext inner = kit.background(environment).withCancel();
        Context hook = ofNewClass(AnswersNull.class, inner);
        Context own = ofNewClass(OwnContext.class, inner);

        assertThatThrownBy(() -> kit.withCancel(hook, environment)).isInstanceOf(NullPointerException.class);
        Context watching = kit.withCancel(own, environment);

        Threads.eventually(() -> kit.attached(own) == 1);
        inner.cancel();
        Threads.eventually(() -> watching.done().isDone());
    }

    private static Context ofNewClass(Class<? extends Context> type, Context inner) throws Throwable {
        String file = type.getName().substring(type.getPackageName().length() + 1) + ".class";
        try (InputStream code = Objects.requireNonNull(type.getResourceAsStream(file))) {
            MethodHandles.Lookup made = MethodHandles.lookup().defineHiddenClass(code.readAllBytes(), true);
            return (Context) made.findConstructor(made.lookupClass(), MethodType.methodType(void.class, Context.class))
                    .invoke(inner);
        }
    }
}
