package dev.cascata.context;

import java.util.Objects;

/**
 * The key of a context value. Two keys are never equal, whatever their names: keep a key in a constant.
 *
 * @param <T> the type of the values bound to the key
 */
@SuppressWarnings("UnusedTypeParameter")
public final class Key<T> {
    private final String name;

    private Key(String name) {
        this.name = name;
    }

    /** A new key. The name is for people: it appears where a context is printed. */
    public static <T> Key<T> named(String name) {
        return new Key<>(Objects.requireNonNull(name, "name"));
    }

    @Override
    public String toString() {
        return name;
    }
}
