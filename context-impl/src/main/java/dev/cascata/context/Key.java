package dev.cascata.context;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The key of a context value. Two keys are never equal, even if they have the same name. Keep a key in a constant.
 * Immutable.
 *
 * @param <T> the type of the values bound to the key
 */
@SuppressWarnings("UnusedTypeParameter")
public final class Key<T> {
    /** An odd number, so that the first 2^64 keys have different hashes. Its multiples differ in their first bits. */
    private static final long STRIDE = 0x9E3779B97F4A7C15L;

    private static final AtomicLong HASHES = new AtomicLong();

    private final long hash = HASHES.getAndAdd(STRIDE);
    private final String name;

    private Key(String name) {
        this.name = name;
    }

    /** Returns a new key. The name appears when a context is printed. */
    public static <T> Key<T> named(String name) {
        return new Key<>(Objects.requireNonNull(name, "name"));
    }

    /** Returns a hash that is spread over all bits, most of all over the first ones. */
    long hash() {
        return hash;
    }

    @Override
    public String toString() {
        return name;
    }
}
