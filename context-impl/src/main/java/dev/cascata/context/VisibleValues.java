package dev.cascata.context;

import org.jspecify.annotations.Nullable;

/**
 * The values and the environment that a context sees: the nearest value layer, or the outer bindings if there is no
 * layer. Contexts that bind nothing share the object of their parent. Immutable.
 */
abstract sealed class VisibleValues permits ValueContext, OuterBindings {

    /** Returns what {@code context} sees. The values of a foreign context are read on each lookup. */
    static VisibleValues of(Context context) {
        if (context instanceof CancelContext node) { // Most parents; a class is faster to check than an interface.
            return node.values();
        }
        return context instanceof BuiltInContext builtIn ? builtIn.values() : OuterBindings.of(context);
    }

    abstract Environment environment();

    /** Returns the value of the nearest binding of {@code key}; null if there is none. */
    abstract <T> @Nullable T find(Key<T> key);
}
