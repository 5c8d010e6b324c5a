package dev.cascata.context;

import org.jspecify.annotations.Nullable;

/**
 * What lies outward of a short run of value layers: all bindings beyond the run, by key, and beyond those the foreign
 * context that the tree was derived from, if any, which is asked once; and the environment. Immutable.
 */
final class Ground extends Values {
    private final Environment environment;
    private final @Nullable Context foreign;
    private final Bindings bindings;

    private Ground(Environment environment, @Nullable Context foreign, Bindings bindings) {
        this.environment = environment;
        this.foreign = foreign;
        this.bindings = bindings;
    }

    /** The ground of a root. */
    static Ground of(Environment environment) {
        return new Ground(environment, null, Bindings.NONE);
    }

    /** The ground of what is derived from a foreign context. */
    static Ground of(Context foreign) {
        return new Ground(Environment.of(foreign), foreign, Bindings.NONE);
    }

    /** The ground with {@code bindings} in place of its own. */
    Ground with(Bindings other) {
        return new Ground(environment, foreign, other);
    }

    Bindings bindings() {
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
