package dev.cascata.context;

import org.jspecify.annotations.Nullable;

/**
 * What a run of value layers inherits: all bindings outside the run, by key; the foreign context from which the tree
 * was derived, if any, which a lookup asks last; and the environment. Immutable.
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

    /** Returns those of a root. */
    static OuterBindings of(Environment environment) {
        return new OuterBindings(environment, null, BindingTrie.EMPTY);
    }

    /** Returns those of a context that is derived from a foreign one. */
    static OuterBindings of(Context foreign) {
        return new OuterBindings(Environment.of(foreign), foreign, BindingTrie.EMPTY);
    }

    /** Returns a copy with other bindings. */
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
