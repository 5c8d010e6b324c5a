package dev.cascata.context;

import org.jspecify.annotations.Nullable;

/** A context that cannot end: nothing is linked to it, and a callback on it never runs. Immutable. */
abstract sealed class EndlessContext implements Layer permits RootContext, DetachedContext {
    private final Values values;

    EndlessContext(Values values) {
        this.values = values;
    }

    @Override
    public @Nullable Deadline deadline() {
        return null;
    }

    @Override
    public Done done() {
        return Done.never();
    }

    @Override
    public @Nullable ContextException err() {
        return null;
    }

    @Override
    public <T> @Nullable T value(Key<T> key) {
        return values.find(key);
    }

    @Override
    public Registration afterFunc(Runnable callback) {
        return new Callback(callback, environment(), null);
    }

    final Values values() {
        return values;
    }

    @Override
    public Environment environment() {
        return values.environment();
    }

    @Override
    public String toString() {
        return Layer.print(this);
    }
}
