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
    private static final String NOT_WANTED =
            "the context has ended, so the result of the future is not wanted any more";
    private static final String COMPLETED = "a future that has completed cannot be cancelled any more";

    private FutureChecks() {}

    static List<Check> all() {
        return List.of(
                Check.directed(
                        CALL_8,
                        "future-cancelled",
                        "A task and a completable future are bound to a context, which is cancelled.",
                        NOT_WANTED,
                        s -> {
                            cancelled(s, FutureChecks::task);
                            cancelled(s, CompletableFuture::new);
                        }),
                Check.directed(
                        CALL_8,
                        "future-bound-late",
                        "A future is bound to a done context.",
                        NOT_WANTED,
                        FutureChecks::late),
                Check.directed(
                        CALL_8,
                        "future-unregistered",
                        "A future is bound to a context and unregistered; then the context is cancelled.",
                        "the registration was stopped before the context ended",
                        FutureChecks::unregistered),
                Check.directed(
                        CALL_9,
                        "future-completes",
                        "A completable future is bound to a live context and completes.",
                        COMPLETED,
                        s -> released(s, new CompletableFuture<>(), false)),
                Check.directed(
                        CALL_9,
                        "future-completed-before",
                        "A completable future that has completed is bound to a live context.",
                        COMPLETED,
                        s -> released(s, new CompletableFuture<>(), true)));
    }

    private static Future<?> task() {
        return new FutureTask<>(() -> "done");
    }

    private static void cancelled(Stage s, Supplier<Future<?>> make) {
        Handle context = s.root().withCancel();
        Future<?> future = make.get();
        context.cancelOnDone(future);
        s.settle();
        s.because("the context is live")
                .expectEqual("whether the future is cancelled before the end", false, future.isCancelled());
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

    private static void unregistered(Stage s) {
        Handle context = s.root().withCancel();
        Future<?> future = task();
        context.cancelOnDone(future).stop();
        context.cancel();
        s.settle();
        s.expectEqual("whether the future is cancelled", false, future.isCancelled());
    }

    private static void released(Stage s, CompletableFuture<String> future, boolean before) {
        Handle context = s.root().withCancel();
        if (before) {
            future.complete("done");
        }
        context.cancelOnDone(future);
        future.complete("done");
        s.settle();
        s.expectNoDependents("the context", context);
    }
}
