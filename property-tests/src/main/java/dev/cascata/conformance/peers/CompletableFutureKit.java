package dev.cascata.conformance.peers;

import static dev.cascata.conformance.rules.Capability.*;

import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.rules.CallbackRule;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.MergeRule;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.rules.UseRule;
import dev.cascata.context.Environment;
import dev.cascata.context.Registration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The kit of {@link CompletableFuture}s that are linked by hand: the failure of a parent fails the child. */
public final class CompletableFutureKit implements ContextKit<CompletableFuture<Object>> {
    private static final String ANY_OF =
            "CompletableFuture.anyOf: the result fails with a CompletionException around the cause";
    private static final String PRINTED =
            "CompletableFuture.toString: it shows the state and the number of dependents, and no path";

    @Override
    public String name() {
        return "CompletableFuture of Java " + Runtime.version().feature();
    }

    /** EAGER is missing: any caller of a completion method may run a dependent action while another caller returns. */
    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(CANCEL_RESULT, CAUSES, DEFAULT_CAUSE, CALLBACKS, BLOCKING_WAIT, THREADS, MERGE);
    }

    @Override
    public Map<Rule, String> differs() {
        return Map.of(
                CallbackRule.CALLBACK_17,
                "CompletionStage.whenComplete: if the stage failed, an exception of the action is dropped",
                MergeRule.MERGE_2,
                ANY_OF,
                MergeRule.MERGE_6,
                ANY_OF,
                UseRule.USE_2,
                PRINTED,
                UseRule.USE_3,
                PRINTED);
    }

    @Override
    public String linking() {
        return "parent.whenComplete((none, thrown) -> child.completeExceptionally(thrown))";
    }

    @Override
    public CompletableFuture<Object> background(Environment environment) {
        return new CompletableFuture<>();
    }

    @Override
    public CompletableFuture<Object> withCancel(CompletableFuture<Object> parent, Environment environment) {
        CompletableFuture<Object> child = new CompletableFuture<>();
        CompletableFuture<Object> unused = parent.whenComplete((none, thrown) -> child.completeExceptionally(thrown));
        return child;
    }

    @Override
    public CompletableFuture<Object> merge(List<CompletableFuture<Object>> parents, Environment environment) {
        return CompletableFuture.anyOf(parents.toArray(CompletableFuture[]::new));
    }

    @Override
    public boolean cancel(CompletableFuture<Object> context) {
        return cancel(context, null);
    }

    @Override
    public boolean cancel(CompletableFuture<Object> context, @Nullable Object cause) {
        return context.completeExceptionally(cause == null ? new CancellationException() : (Throwable) cause);
    }

    @Override
    public boolean done(CompletableFuture<Object> context) {
        return context.isDone();
    }

    @Override
    public @Nullable Object err(CompletableFuture<Object> context) {
        return context.isDone() ? context.handle((none, thrown) -> thrown).join() : null;
    }

    @Override
    public @Nullable Object cause(CompletableFuture<Object> context) {
        return err(context);
    }

    @Override
    public Registration afterFunc(CompletableFuture<Object> context, Runnable callback, Environment environment) {
        BiConsumer<Object, Throwable> action = callback == null ? null : (none, thrown) -> callback.run();
        CompletableFuture<?> registered = context.whenCompleteAsync(action, environment.executor());
        return () -> registered.cancel(false);
    }

    @Override
    public void await(CompletableFuture<Object> context) throws InterruptedException {
        try {
            context.get();
        } catch (ExecutionException | CancellationException ended) {
            // The future has ended.
        }
    }
}
