package dev.cascata.context;

import org.jspecify.annotations.Nullable;

/**
 * The values and the environment that a context sees: a value layer and what is outward of it, or the ground beyond the
 * outermost one. Shared by all layers that bind nothing and were derived from it. Immutable.
 */
abstract sealed class VisibleValues permits ValueContext, OuterBindings {

    /** What {@code context} sees. A foreign context tells its environment, and is asked for values when needed. */
    static VisibleValues of(Context context) {
        VisibleValues own = ofLayer(context);
        return own == null ? OuterBindings.of(context) : own;
    }

    /** What a context of this library sees; null if it is a foreign one. */
    static @Nullable VisibleValues ofLayer(Context context) {
        if (context instanceof ValueContext layer) {
            return layer;
        }
        if (context instanceof CancelContext node) {
            return node.values();
        }
        return context instanceof EndlessContext endless ? endless.values() : null;
    }

    abstract Environment environment();

    /** The nearest binding of {@code key}; null if there is none. */
    abstract <T> @Nullable T find(Key<T> key);
}
