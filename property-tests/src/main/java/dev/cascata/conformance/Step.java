package dev.cascata.conformance;

import org.jspecify.annotations.Nullable;

/**
 * One step of a {@link Program}. Contexts and callbacks are named by their number in order of creation; context 0 is
 * the root that every program begins with. A tick is one millisecond.
 */
public sealed interface Step {
    /** The farthest moment and the longest time there is, in ticks; its negative is the earliest and the shortest. */
    long HUGE = Long.MAX_VALUE;

    /** The label of a cause that is given, and is null. */
    String NULL_CAUSE = "null";

    /** The number of the value that is null. */
    int NULL_VALUE = -1;

    /** A step that derives {@code count} contexts from {@code parent}. */
    sealed interface Derive extends Step {
        int parent();

        default int count() {
            return 1;
        }

        /** Whether each context after the first is derived from the one before it. */
        default boolean deep() {
            return this instanceof Chain || this instanceof Layers;
        }

        /** Whether what is made can be cancelled. */
        default boolean cancellable() {
            return !(this instanceof WithValue
                    || this instanceof Layers
                    || this instanceof WithoutCancel
                    || this instanceof Wrap);
        }

        /** The same from another parent. */
        Derive from(int other);
    }

    /** Makes another root. */
    record Background() implements Step {}

    record WithCancel(int parent) implements Derive {
        @Override
        public Derive from(int other) {
            return new WithCancel(other);
        }
    }

    record WithDeadline(int parent, long at, @Nullable String cause) implements Derive {
        @Override
        public Derive from(int other) {
            return new WithDeadline(other, at, cause);
        }
    }

    record WithTimeout(int parent, long ticks, @Nullable String cause) implements Derive {
        @Override
        public Derive from(int other) {
            return new WithTimeout(other, ticks, cause);
        }
    }

    record WithValue(int parent, int key, int value) implements Derive {
        @Override
        public Derive from(int other) {
            return new WithValue(other, key, value);
        }
    }

    record WithoutCancel(int parent) implements Derive {
        @Override
        public Derive from(int other) {
            return new WithoutCancel(other);
        }
    }

    /** Puts somebody else's context around one. */
    record Wrap(int parent, Shape shape) implements Derive {
        @Override
        public Derive from(int other) {
            return new Wrap(other, shape);
        }
    }

    /** Derives {@code count} cancellable children of one parent. */
    record Fan(int parent, int count) implements Derive {
        @Override
        public Derive from(int other) {
            return new Fan(other, count);
        }
    }

    /** Derives {@code count} cancellable contexts below one another. */
    record Chain(int parent, int count) implements Derive {
        @Override
        public Derive from(int other) {
            return new Chain(other, count);
        }
    }

    /** Binds the first key {@code count} times, in value layers below one another. */
    record Layers(int parent, int count) implements Derive {
        @Override
        public Derive from(int other) {
            return new Layers(other, count);
        }
    }

    /** Cancels; {@code cause} is null for a plain cancel, {@link #NULL_CAUSE} for a cause that is null. */
    record Cancel(int context, @Nullable String cause) implements Step {}

    /** Registers a callback. */
    record Listen(int context) implements Step {}

    /** Registers the callback object of an earlier registration once more, on the same context. */
    record ListenAgain(int callback) implements Step {}

    record StopCallback(int callback) implements Step {}

    record Advance(long ticks) implements Step {}
}
