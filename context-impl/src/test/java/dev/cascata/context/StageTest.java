package dev.cascata.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;

/** The stage of a context is created once, even if several threads read it at the same time. */
class StageTest {
    private static final int ROUNDS = 2000;

    @Test
    void stageReadByTwoThreadsAtOnceRegistersOneCallback() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        for (int round = 0; round < ROUNDS; round++) {
            CancellableContext context = Context.background().withCancel();
            CompletableFuture<CompletionStage<Void>> other =
                    CompletableFuture.supplyAsync(() -> ask(context, together));
            CompletionStage<Void> own = ask(context, together);
            CompletionStage<Void> theirs = other.get();
            assertThat(context.dependents()).isEqualTo(1);
            context.cancel();
            own.toCompletableFuture().get();
            theirs.toCompletableFuture().get();
        }
    }

    private static CompletionStage<Void> ask(Context context, CyclicBarrier together) {
        try {
            together.await();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return context.done().stage();
    }
}
