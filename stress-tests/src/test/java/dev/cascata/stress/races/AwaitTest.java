package dev.cascata.stress.races;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.mutants.RaceMutant;
import dev.cascata.conformance.peers.ReferenceKit;
import dev.cascata.conformance.plain.FreshLock;
import dev.cascata.conformance.plain.PlainKit;
import java.util.List;
import java.util.stream.Stream;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Explores the orders of a wait, a cancel and an expiry: the waiting thread wakes in each. */
class AwaitTest {
    private static final int INVOCATIONS = Integer.getInteger("cascata.invocations", 300);

    /** Lincheck does not explore an object that only a local variable refers to. */
    @SuppressWarnings("UnusedVariable")
    private static volatile List<Object> shared = List.of();

    static Stream<ContextKit<?>> kits() {
        return Stream.of(new ReferenceKit(), new PlainKit());
    }

    @ParameterizedTest
    @MethodSource("kits")
    void everyWaitEnds(ContextKit<?> kit) {
        explore(InterleavingsTest.typed(kit));
    }

    @Test
    void lostWakeUpIsCaught() {
        assertThatThrownBy(() -> explore(InterleavingsTest.typed(RaceMutant.LOST_WAKE_UP.get())))
                .isInstanceOf(LincheckAssertionError.class)
                .hasMessageContaining("hung");
    }

    private static void explore(ContextKit<Object> kit) {
        Explorer.explore(INVOCATIONS, () -> {
            FreshLock.renew();
            ManualEnvironment time = new ManualEnvironment();
            Object parent = kit.withCancel(kit.background(time.environment), time.environment);
            Object node = kit.withDeadline(parent, Tree.TICK, kit.newCause("e"), time.environment);
            shared = List.of(parent, node);
            Thread canceller = new Thread(() -> kit.cancel(parent));
            Thread clock = new Thread(() -> time.fire(0));
            canceller.start();
            clock.start();
            try {
                kit.await(node);
                canceller.join();
                clock.join();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            if (!kit.done(node)) {
                throw new AssertionError("the wait ended before the context");
            }
        });
    }
}
