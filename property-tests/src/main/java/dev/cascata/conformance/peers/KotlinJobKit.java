package dev.cascata.conformance.peers;

import static dev.cascata.conformance.rules.Capability.*;

import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.rules.CallbackRule;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.LinkRule;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.context.Environment;
import dev.cascata.context.Registration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import kotlin.Unit;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlin.jvm.functions.Function1;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.DisposableHandle;
import kotlinx.coroutines.Job;
import kotlinx.coroutines.JobKt;
import org.jspecify.annotations.Nullable;

/** The kit of {@code Job} of kotlinx.coroutines: a tree of jobs without coroutines. */
public final class KotlinJobKit implements ContextKit<Job> {
    @Override
    public String name() {
        return "kotlinx.coroutines Job 1.11.0";
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(CAUSES, DEFAULT_CAUSE, CALLBACKS, INLINE_CALLBACKS, BLOCKING_WAIT, THREADS, EAGER);
    }

    @Override
    public Map<Rule, String> differs() {
        return Map.of(
                LinkRule.LINK_4,
                "Job: a parent, also a root job, completes only after all its children",
                CallbackRule.CALLBACK_21,
                "Job.invokeOnCompletion: the type of the handler does not allow null, and Kotlin checks that");
    }

    @Override
    public Job background(Environment environment) {
        return JobKt.Job((Job) null);
    }

    @Override
    public Job withCancel(Job parent, Environment environment) {
        return JobKt.Job(parent);
    }

    @Override
    public boolean cancel(Job context) {
        return cancel(context, null);
    }

    @Override
    public boolean cancel(Job context, @Nullable Object cause) {
        context.cancel((CancellationException) cause);
        return false;
    }

    @Override
    public boolean done(Job context) {
        return context.isCancelled();
    }

    @Override
    public @Nullable Object err(Job context) {
        try {
            JobKt.ensureActive(context);
            return null;
        } catch (CancellationException ended) {
            return ended;
        }
    }

    @Override
    public @Nullable Object cause(Job context) {
        return err(context);
    }

    @Override
    public Object newCause(String label) {
        return new CancellationException(label);
    }

    @Override
    public Registration afterFunc(Job context, Runnable callback, Environment environment) {
        Function1<Throwable, Unit> handler = callback == null
                ? null
                : thrown -> {
                    callback.run();
                    return Unit.INSTANCE;
                };
        DisposableHandle handle = context.invokeOnCompletion(handler);
        return () -> {
            handle.dispose();
            return false;
        };
    }

    @Override
    public void await(Job context) throws InterruptedException {
        BuildersKt.runBlocking(EmptyCoroutineContext.INSTANCE, (scope, waiting) -> context.join(waiting));
    }
}
