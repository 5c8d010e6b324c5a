package dev.cascata.conformance.peers;

import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.kit.EndKind;
import dev.cascata.conformance.kit.ForeignQuirk;
import dev.cascata.conformance.kit.ForeignShape;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.context.CancellableContext;
import dev.cascata.context.Context;
import dev.cascata.context.ContextException;
import dev.cascata.context.Deadline;
import dev.cascata.context.Done;
import dev.cascata.context.Environment;
import dev.cascata.context.Key;
import dev.cascata.context.Registration;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** A kit for an implementation of {@link Context} whose roots are made for an environment. */
public abstract class ApiKit implements ContextKit<Context> {
    private static final Set<Capability> CAPABILITIES = Collections.unmodifiableSet(EnumSet.of(
            Capability.CANCEL_RESULT,
            Capability.KINDS,
            Capability.DONE_OBJECT,
            Capability.CAUSES,
            Capability.DEFAULT_CAUSE,
            Capability.DEADLINES,
            Capability.DEADLINE_CAUSES,
            Capability.HUGE_DURATIONS,
            Capability.NANOSECOND_TICKS,
            Capability.VALUES,
            Capability.DETACH,
            Capability.CALLBACKS,
            Capability.STOP_RESULT,
            Capability.DEPENDENTS,
            Capability.TIMER_COUNT,
            Capability.VIRTUAL_TIME,
            Capability.BLOCKING_WAIT,
            Capability.THREADS,
            Capability.FOREIGN_PARENTS,
            Capability.MERGE,
            Capability.INTERRUPT_BRIDGE,
            Capability.FUTURES,
            Capability.EAGER,
            Capability.TWO_PHASE));

    /** The capabilities of a kit whose ends are atomic as well. */
    protected static final Set<Capability> ATOMIC_CAPABILITIES = atomic();

    private static Set<Capability> atomic() {
        Set<Capability> more = EnumSet.copyOf(CAPABILITIES);
        more.add(Capability.ATOMIC);
        return Collections.unmodifiableSet(more);
    }

    @Override
    public Set<Capability> capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Context withCancel(Context parent, Environment environment) {
        return deriver(parent).withCancel();
    }

    @Override
    public boolean cancel(Context context) {
        return ((CancellableContext) context).cancel();
    }

    @Override
    public boolean cancel(Context context, @Nullable Object cause) {
        return ((CancellableContext) context).cancel((Throwable) cause);
    }

    @Override
    public boolean done(Context context) {
        return context.done().isDone();
    }

    @Override
    public Context withDeadline(Context parent, long nanos, @Nullable Object cause, Environment environment) {
        return deriver(parent).withDeadline(Deadline.at(nanos, environment.time()), (Throwable) cause);
    }

    @Override
    public Context withTimeout(Context parent, Duration timeout, @Nullable Object cause, Environment environment) {
        return deriver(parent).withTimeout(timeout, (Throwable) cause);
    }

    @Override
    public Context withValue(Context parent, Object key, @Nullable Object value, Environment environment) {
        return deriver(parent).withValue(key(key), value);
    }

    @Override
    public Context withoutCancel(Context parent, Environment environment) {
        return deriver(parent).withoutCancel();
    }

    @Override
    public Context merge(List<Context> parents, Environment environment) {
        return Context.merge(parents.get(0), parents.subList(1, parents.size()).toArray(new Context[0]));
    }

    @Override
    public <T extends @Nullable Object> T call(Context context, Callable<T> task) throws Exception {
        return deriver(context).call(task);
    }

    @Override
    public Registration cancelOnDone(Context context, Future<?> future, Environment environment) {
        return deriver(context).cancelOnDone(future);
    }

    @Override
    public Context foreign(Context inner, ForeignShape shape) {
        return ForeignContext.around(inner, shape);
    }

    @Override
    public Context foreign(Context inner, ForeignQuirk quirk) {
        return QuirkyContext.around(inner, quirk);
    }

    @Override
    public Registration afterFunc(Context context, Runnable callback, Environment environment) {
        return ForeignContext.afterFunc(deriver(context), callback);
    }

    @Override
    public @Nullable Object err(Context context) {
        return context.err();
    }

    @Override
    public @Nullable EndKind kind(Context context) {
        ContextException err = context.err();
        if (err == null) {
            return null;
        }
        return err instanceof ContextException.DeadlineExceeded ? EndKind.DEADLINE_EXCEEDED : EndKind.CANCELLED;
    }

    @Override
    public @Nullable Object cause(Context context) {
        return context.cause();
    }

    @Override
    public OptionalLong deadline(Context context, Environment environment) {
        Deadline deadline = context.deadline();
        return deadline == null ? OptionalLong.empty() : OptionalLong.of(deadline.nanos());
    }

    @Override
    public @Nullable Object value(Context context, Object key) {
        return context.value(key(key));
    }

    @Override
    public Object doneObject(Context context) {
        return context.done();
    }

    @Override
    public OptionalInt dependents(Context context) {
        if (context instanceof CancellableContext node) {
            return OptionalInt.of(node.dependents());
        }
        boolean endless = !(context instanceof ForeignContext) && context.done() == Done.never();
        return endless ? OptionalInt.of(0) : OptionalInt.empty();
    }

    @Override
    public int attached(Context foreign) {
        return ((ForeignContext) foreign).attached();
    }

    @Override
    public void await(Context context) throws InterruptedException {
        context.done().await();
    }

    @Override
    public boolean await(Context context, Duration limit) throws InterruptedException {
        return context.done().await(limit);
    }

    @Override
    public Object newKey(String name) {
        return Key.named(name);
    }

    /**
     * Returns the object whose methods derive from {@code parent}. It is not the parent itself if the methods that a
     * foreign parent inherits from {@link Context} would make contexts of another implementation.
     */
    protected Context deriver(Context parent) {
        return parent;
    }

    /** Returns the key as {@link #newKey} made it. */
    @SuppressWarnings("unchecked")
    protected static Key<@Nullable Object> key(Object key) {
        return (Key<@Nullable Object>) key;
    }
}
