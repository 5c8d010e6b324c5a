package dev.cascata.conformance.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.Shape;
import dev.cascata.conformance.mutants.PlainKit;
import dev.cascata.context.CancellableContext;
import dev.cascata.context.Context;
import dev.cascata.context.Environment;
import dev.cascata.context.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How what is attached to a foreign parent is let go of, by the two implementations in this build. */
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
    void aWatcherIsReleasedWhenTheChildEnds(ApiKit kit) {
        CancellableContext inner = kit.background(environment).withCancel();
        Context foreign = kit.foreign(inner, Shape.OWN);
        Context child = kit.withCancel(foreign, environment);
        Threads.eventually(() -> kit.attached(foreign) == 1);

        kit.cancel(child);

        Threads.eventually(() -> kit.attached(foreign) == 0);
        assertThat(inner.done().isDone()).isFalse();
        assertThat(inner.linked()).isZero();
    }

    @ParameterizedTest
    @MethodSource("kits")
    void aWatcherIsReleasedWhenTheParentEnds(ApiKit kit) {
        CancellableContext inner = kit.background(environment).withCancel();
        Context foreign = kit.foreign(inner, Shape.OWN);
        Context child = kit.withCancel(foreign, environment);
        Throwable cause = new Exception("cause");
        Threads.eventually(() -> kit.attached(foreign) == 1);

        inner.cancel(cause);

        Threads.eventually(() -> child.done().isDone() && kit.attached(foreign) == 0);
        assertThat(child.cause()).isSameAs(cause);
    }

    @ParameterizedTest
    @MethodSource("kits")
    void aHookIsReleasedWhenTheChildEnds(ApiKit kit) {
        CancellableContext inner = kit.background(environment).withCancel();
        Context foreign = kit.foreign(inner, Shape.HOOK);
        Context child = kit.withCancel(foreign, environment);
        assertThat(kit.attached(foreign)).isOne();

        kit.cancel(child);

        assertThat(kit.attached(foreign)).isZero();
        assertThat(inner.linked()).isZero();
    }
}
