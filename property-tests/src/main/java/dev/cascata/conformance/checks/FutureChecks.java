package dev.cascata.conformance.checks;

import static dev.cascata.conformance.rules.CallRule.CALL_8;
import static dev.cascata.conformance.rules.CallRule.CALL_9;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Futures that are bound to a context. */
final class FutureChecks {
    private FutureChecks() {}

    static List<Check> all() {
        return List.of(
                Check.directed(
                        CALL_8,
                        "future-cancelled",
                        "A task and a completable future are bound to a context, which is cancelled.",
                        s -> {
                            cancelled(s, FutureChecks::task);
                            cancelled(s, CompletableFuture::new);
                        }),
                Check.directed(
                        CALL_8,
                        "future-bound-late",
                        "A future is bound to a context that has ended.",
                        FutureChecks::late),
                Check.directed(
                        CALL_8,
                        "future-taken-back",
                        "A future is bound to a context and taken back; the context is cancelled.",
                        FutureChecks::takenBack),
                Check.directed(
                        CALL_9,
                        "future-completes",
                        "A completable future is bound to a context that lives, and completed.",
                        s -> letGo(s, new CompletableFuture<>(), false)),
                Check.directed(
                        CALL_9,
                        "future-completed-before",
                        "A completable future that has completed is bound to a context that lives.",
                        s -> letGo(s, new CompletableFuture<>(), true)));
    }

    private static Future<?> task() {
        return new FutureTask<>(() -> "done");
    }

    private static void cancelled(Stage s, Supplier<Future<?>> make) {
        Handle context = s.root().withCancel();
        Future<?> future = make.get();
        context.cancelOnDone(future);
        s.settle();
        s.expectEqual("whether the future is cancelled while the context lives", false, future.isCancelled());
        context.cancel();
        s.settle();
        s.expectEqual("whether the future is cancelled", true, future.isCancelled());
    }

    private static void late(Stage s) {
        Handle context = s.root().withCancel();
        Future<?> future = task();
        context.cancel();
        context.cancelOnDone(future);
        s.settle();
        s.expectEqual("whether the future is cancelled", true, future.isCancelled());
    }

    private static void takenBack(Stage s) {
        Handle context = s.root().withCancel();
        Future<?> future = task();
        context.cancelOnDone(future).stop();
        context.cancel();
        s.settle();
        s.expectEqual("whether the future is cancelled", false, future.isCancelled());
    }

    private static void letGo(Stage s, CompletableFuture<String> future, boolean before) {
        Handle context = s.root().withCancel();
        if (before) {
            future.complete("done");
        }
        context.cancelOnDone(future);
        future.complete("done");
        s.settle();
        s.expectEqual("links held by the context", 0, context.dependents().orElse(0));
    }
}
