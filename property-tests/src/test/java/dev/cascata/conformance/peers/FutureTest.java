package dev.cascata.conformance.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.plain.PlainKit;
import dev.cascata.context.CancellableContext;
import dev.cascata.context.Environment;
import dev.cascata.context.Registration;
import dev.cascata.context.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Futures that are bound to a context, in the reference and in the plain context. */
@Timeout(120)
class FutureTest {
    private final VirtualTime time = new VirtualTime();
    private final List<Runnable> queue = new ArrayList<>();
    private final Environment environment = new Environment(time, time, queue::add);

    static Stream<Named<ApiKit>> kits() {
        return Stream.of(new ReferenceKit(), new PlainKit()).map(kit -> Named.of(kit.name(), kit));
    }

    private CancellableContext context(ApiKit kit) {
        return kit.background(environment).withCancel();
    }

    @ParameterizedTest
    @MethodSource("kits")
    void endCancelsABoundFuture(ApiKit kit) {
        CancellableContext context = context(kit);
        FutureTask<String> bound = new FutureTask<>(() -> "done");
        FutureTask<String> late = new FutureTask<>(() -> "done");
        FutureTask<String> free = new FutureTask<>(() -> "done");
        context.cancelOnDone(bound);
        Registration stopped = context.cancelOnDone(free);
        assertThat(stopped.stop()).isTrue();

        context.cancel();
        context.cancelOnDone(late);
        queue.forEach(Runnable::run);

        assertThat(List.of(bound.isCancelled(), late.isCancelled(), free.isCancelled()))
                .containsExactly(true, true, false);
    }

    @ParameterizedTest
    @MethodSource("kits")
    void completedFutureIsReleased(ApiKit kit) {
        CancellableContext context = context(kit);
        CompletableFuture<String> future = new CompletableFuture<>();
        FutureTask<String> done = new FutureTask<>(() -> "done");
        done.run();
        context.cancelOnDone(future);
        context.cancelOnDone(CompletableFuture.completedFuture("done"));
        context.cancelOnDone(done);
        assertThat(context.dependents()).isOne();

        future.complete("done");

        assertThat(context.dependents()).isZero();
    }
}
