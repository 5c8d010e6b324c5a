package dev.cascata.context;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A context that cannot end: a root, or one that keeps the values of its parent and nothing else. Nothing is linked to
 * it, and a callback on it never runs. Immutable.
 */
final class EndlessContext implements BuiltInContext {
    static final EndlessContext BACKGROUND = root("background", Environment.system());
    static final EndlessContext TODO = root("todo", Environment.system());

    private final String step;
    private final @Nullable Context parent;
    private final VisibleValues values;

    private EndlessContext(String step, @Nullable Context parent, VisibleValues values) {
        this.step = step;
        this.parent = parent;
        this.values = values;
    }

    static EndlessContext root(String name, Environment environment) {
        return new EndlessContext(name, null, OuterBindings.of(Objects.requireNonNull(environment, "environment")));
    }

    static EndlessContext detached(Context parent) {
        return new EndlessContext("withoutCancel", parent, VisibleValues.of(parent));
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

    @Override
    public VisibleValues values() {
        return values;
    }

    @Override
    public Environment environment() {
        return values.environment();
    }

    @Override
    public @Nullable Context parent() {
        return parent;
    }

    @Override
    public String step() {
        return step;
    }

    @Override
    public String toString() {
        return BuiltInContext.print(this);
    }
}
