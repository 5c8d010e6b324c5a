package dev.cascata.context;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The key of a context value. Two keys are never equal, whatever their names: keep a key in a constant.
 *
 * @param <T> the type of the values bound to the key
 */
@SuppressWarnings("UnusedTypeParameter")
public final class Key<T> {
    /** Odd, and its multiples differ in their first bits: no two of the first 2^64 keys have the same hash. */
    private static final long STRIDE = 0x9E3779B97F4A7C15L;

    private static final AtomicLong HASHES = new AtomicLong();

    private final long hash = HASHES.getAndAdd(STRIDE);
    private final String name;

    private Key(String name) {
        this.name = name;
    }

    /** A new key. The name is for people: it appears where a context is printed. */
    public static <T> Key<T> named(String name) {
        return new Key<>(Objects.requireNonNull(name, "name"));
    }

    /** Spread over all bits, the first ones above all. */
    long hash() {
        return hash;
    }

    @Override
    public String toString() {
        return name;
    }
}
