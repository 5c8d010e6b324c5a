package dev.cascata.conformance.peers;

import static dev.cascata.conformance.rules.Capability.*;

import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.context.Environment;
import dev.cascata.context.Registration;
import io.grpc.Context;
import java.time.Duration;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The kit of {@code io.grpc.Context}. */
public final class GrpcKit implements ContextKit<Context> {
    @Override
    public String name() {
        return "io.grpc.Context 1.85.1";
    }

    @Override
    public Set<Capability> capabilities() {
        Set<Capability> offered = EnumSet.of(CANCEL_RESULT, CAUSES, VALUES, DETACH, CALLBACKS, THREADS, LAZY);
        offered.addAll(EnumSet.of(DEADLINES, HUGE_DURATIONS, NANOSECOND_TICKS, VIRTUAL_TIME));
        offered.addAll(EnumSet.of(DEPENDENTS, TIMER_COUNT));
        return offered;
    }

    @Override
    public Context background(Environment environment) {
        return GrpcTicker.root(environment);
    }

    @Override
    public Context withCancel(Context parent, Environment environment) {
        return parent.withCancellation();
    }

    @Override
    public boolean cancel(Context context) {
        return cancel(context, null);
    }

    @Override
    public boolean cancel(Context context, @Nullable Object cause) {
        return ((Context.CancellableContext) context).cancel((Throwable) cause);
    }

    @Override
    public boolean done(Context context) {
        return context.isCancelled();
    }

    @Override
    public @Nullable Object cause(Context context) {
        return context.cancellationCause();
    }

    @Override
    public Context withDeadline(Context parent, long nanos, @Nullable Object cause, Environment environment) {
        return parent.withDeadline(GrpcTicker.of(parent).at(nanos), new VirtualScheduledExecutor(environment));
    }

    @Override
    public Context withTimeout(Context parent, Duration timeout, @Nullable Object cause, Environment environment) {
        return parent.withDeadline(GrpcTicker.of(parent).after(timeout), new VirtualScheduledExecutor(environment));
    }

    @Override
    public OptionalLong deadline(Context context, Environment environment) {
        return GrpcTicker.of(context).nanos(context.getDeadline());
    }

    @Override
    public Context withValue(Context parent, Object key, @Nullable Object value, Environment environment) {
        return parent.withValue(key(key), value);
    }

    @Override
    public @Nullable Object value(Context context, Object key) {
        return key(key).get(context);
    }

    @Override
    public Object newKey(String name) {
        return Context.key(name);
    }

    @SuppressWarnings("unchecked")
    private static Context.Key<@Nullable Object> key(Object key) {
        return (Context.Key<@Nullable Object>) key;
    }

    @Override
    public Context withoutCancel(Context parent, Environment environment) {
        return parent.fork();
    }

    @Override
    public Registration afterFunc(Context context, Runnable callback, Environment environment) {
        Context.CancellationListener listener = callback == null ? null : ended -> callback.run();
        context.addListener(listener, environment.executor());
        return () -> {
            context.removeListener(listener);
            return false;
        };
    }

    @Override
    public OptionalInt dependents(Context context) {
        return GrpcListeners.dependents(context);
    }
}
