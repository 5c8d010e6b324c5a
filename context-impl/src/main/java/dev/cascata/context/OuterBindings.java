package dev.cascata.context;

import org.jspecify.annotations.Nullable;

/**
 * What lies outward of a short run of value layers: all bindings beyond the run, by key, and beyond those the foreign
 * context that the tree was derived from, if any, which is asked once; and the environment. Immutable.
 */
final class OuterBindings extends VisibleValues {
    private final Environment environment;
    private final @Nullable Context foreign;
    private final BindingTrie bindings;

    private OuterBindings(Environment environment, @Nullable Context foreign, BindingTrie bindings) {
        this.environment = environment;
        this.foreign = foreign;
        this.bindings = bindings;
    }

    /** The ground of a root. */
    static OuterBindings of(Environment environment) {
        return new OuterBindings(environment, null, BindingTrie.NONE);
    }

    /** The ground of what is derived from a foreign context. */
    static OuterBindings of(Context foreign) {
        return new OuterBindings(Environment.of(foreign), foreign, BindingTrie.NONE);
    }

    /** The ground with {@code bindings} in place of its own. */
    OuterBindings with(BindingTrie other) {
        return new OuterBindings(environment, foreign, other);
    }

    BindingTrie bindings() {
        return bindings;
    }

    @Override
    Environment environment() {
        return environment;
    }

    @Override
    <T> @Nullable T find(Key<T> key) {
        ValueContext binding = bindings.find(key);
        if (binding != null) {
            return binding.bound(key);
        }
        if (key == Environment.KEY) {
            return ValueContext.cast(environment);
        }
        return foreign == null ? null : foreign.value(key);
    }
}
