package dev.cascata.conformance.plain;

import dev.cascata.context.CancellableContext;
import dev.cascata.context.Context;
import dev.cascata.context.ContextException;
import dev.cascata.context.Deadline;
import dev.cascata.context.Done;
import dev.cascata.context.Key;
import dev.cascata.context.Registration;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * A context of a plain tree: a root, a layer that binds a value, a detached layer, or a {@link PlainNode}. Only a node
 * can change. The {@link PlainSteps} of the tree hold the code of every operation.
 */
public class PlainContext implements Context {
    private static final int PRINTED_STEPS = 64;

    public final PlainSteps steps;
    /** The context that it was derived from; null for a root. */
    public final @Nullable Context parent;
    /** The context that it reads everything from except values; null for a context that cannot end. */
    public final @Nullable Context source;
    /** The key that is bound to {@link #bound} here; null if none is. */
    public final @Nullable Key<?> key;

    public final @Nullable Object bound;
    private final String name;

    public PlainContext(
            PlainSteps steps,
            String name,
            @Nullable Context parent,
            @Nullable Context source,
            @Nullable Key<?> key,
            @Nullable Object bound) {
        this.steps = steps;
        this.name = name;
        this.parent = parent;
        this.source = source;
        this.key = key;
        this.bound = bound;
    }

    @Override
    public @Nullable Deadline deadline() {
        return steps.deadline(this);
    }

    @Override
    public Done done() {
        return steps.done(this);
    }

    @Override
    public @Nullable ContextException err() {
        return steps.err(this);
    }

    @Override
    public @Nullable Throwable cause() {
        return steps.cause(this);
    }

    @Override
    public <T> @Nullable T value(Key<T> wanted) {
        return steps.lookUp(this, wanted);
    }

    @Override
    public CancellableContext withCancel() {
        return steps.derive(this);
    }

    @Override
    public CancellableContext withDeadline(Deadline deadline, @Nullable Throwable cause) {
        return steps.derive(this, deadline, cause);
    }

    @Override
    public CancellableContext withTimeout(Duration timeout, @Nullable Throwable cause) {
        return steps.derive(this, steps.moment(timeout), cause);
    }

    @Override
    public <T> Context withValue(Key<T> bindingKey, @Nullable T value) {
        return steps.bind(this, bindingKey, value);
    }

    @Override
    public Context withoutCancel() {
        return steps.detach(this);
    }

    @Override
    public Registration afterFunc(Runnable callback) {
        return steps.register(this, callback);
    }

    @Override
    public <T extends @Nullable Object> T call(Callable<T> task) throws Exception {
        return steps.call(this, task);
    }

    @Override
    public Registration cancelOnDone(Future<?> future) {
        return steps.cancelOnDone(this, future);
    }

    /** Returns the last derivations, joined by dots. A foreign context is shown by its class. */
    private String print() {
        Deque<String> names = new ArrayDeque<>();
        @Nullable Context at = this;
        while (at instanceof PlainContext layer && names.size() < PRINTED_STEPS) {
            names.addFirst(layer.name);
            at = layer.parent;
        }
        if (at != null) {
            names.addFirst(at instanceof PlainContext ? "..." : at.getClass().getName());
        }
        return String.join(".", names);
    }

    @Override
    public String toString() {
        return print();
    }
}
