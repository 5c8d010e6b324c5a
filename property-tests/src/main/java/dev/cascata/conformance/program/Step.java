package dev.cascata.conformance.program;

import dev.cascata.conformance.kit.ForeignShape;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One step of a {@link Program}. Contexts and callbacks are numbered as they are made; context 0 is the root that
 * every program begins with. A tick is one millisecond.
 */
public sealed interface Step {
    /** The length of a tick, in nanoseconds. */
    long TICK = 1_000_000;

    /** The number of keys that programs bind values to. The last two have the same name. */
    int KEYS = 3;

    /** The depth at which a recursive walk may overflow the stack. */
    int FAR = 1000;

    /** The latest moment and the longest time, in ticks; its negative is the earliest moment and the shortest time. */
    long HUGE = Long.MAX_VALUE;

    /** The label of a null that is given as cause. */
    String NULL_CAUSE = "null";

    /** The number of the null value. */
    int NULL_VALUE = -1;

    /** Returns the step without a cause. */
    default Step causeless() {
        return this;
    }

    /** Derives {@code count} contexts from {@code parent}, or one context from several parents. */
    sealed interface Derive extends Step {
        int parent();

        default int count() {
            return 1;
        }

        /** Whether each context after the first is derived from the one before it. */
        default boolean deep() {
            return this instanceof Chain || this instanceof Layers;
        }

        /** Whether the contexts that it derives can be cancelled. */
        default boolean cancellable() {
            return !(this instanceof WithValue
                    || this instanceof Layers
                    || this instanceof WithoutCancel
                    || this instanceof Foreign);
        }

        /** Returns all parents, the first one first. */
        default List<Integer> parents() {
            return List.of(parent());
        }

        /** Returns the step with its parents renumbered. */
        Derive from(IntUnaryOperator renamed);
    }

    /** Makes another root. */
    record Background() implements Step {}

    record WithCancel(int parent) implements Derive {
        @Override
        public Derive from(IntUnaryOperator renamed) {
            return new WithCancel(renamed.applyAsInt(parent));
        }
    }

    record WithDeadline(int parent, long at, @Nullable String cause) implements Derive {
        @Override
        public Derive from(IntUnaryOperator renamed) {
            return new WithDeadline(renamed.applyAsInt(parent), at, cause);
        }

        @Override
        public Step causeless() {
            return new WithDeadline(parent, at, null);
        }
    }

    record WithTimeout(int parent, long ticks, @Nullable String cause) implements Derive {
        @Override
        public Derive from(IntUnaryOperator renamed) {
            return new WithTimeout(renamed.applyAsInt(parent), ticks, cause);
        }

        @Override
        public Step causeless() {
            return new WithTimeout(parent, ticks, null);
        }
    }

    record WithValue(int parent, int key, int value) implements Derive {
        @Override
        public Derive from(IntUnaryOperator renamed) {
            return new WithValue(renamed.applyAsInt(parent), key, value);
        }
    }

    record WithoutCancel(int parent) implements Derive {
        @Override
        public Derive from(IntUnaryOperator renamed) {
            return new WithoutCancel(renamed.applyAsInt(parent));
        }
    }

    /** Makes a foreign context around its parent. */
    record Foreign(int parent, ForeignShape shape) implements Derive {
        @Override
        public Derive from(IntUnaryOperator renamed) {
            return new Foreign(renamed.applyAsInt(parent), shape);
        }
    }

    /** Derives {@code count} cancellable children of one parent. */
    record Fan(int parent, int count) implements Derive {
        @Override
        public Derive from(IntUnaryOperator renamed) {
            return new Fan(renamed.applyAsInt(parent), count);
        }
    }

    /** Derives {@code count} cancellable contexts below one another. */
    record Chain(int parent, int count) implements Derive {
        @Override
        public Derive from(IntUnaryOperator renamed) {
            return new Chain(renamed.applyAsInt(parent), count);
        }
    }

    /** Binds the first key {@code count} times, in value layers below one another. */
    record Layers(int parent, int count) implements Derive {
        @Override
        public Derive from(IntUnaryOperator renamed) {
            return new Layers(renamed.applyAsInt(parent), count);
        }
    }

    /** Derives a cancellable context from several at once. */
    record Merge(List<Integer> parents) implements Derive {
        public Merge {
            parents = List.copyOf(parents);
        }

        @Override
        public int parent() {
            return parents.get(0);
        }

        @Override
        public Derive from(IntUnaryOperator renamed) {
            return new Merge(parents.stream().map(renamed::applyAsInt).toList());
        }
    }

    /** Cancels; {@code cause} is null for a plain cancel, {@link #NULL_CAUSE} for a cause that is null. */
    record Cancel(int context, @Nullable String cause) implements Step {
        @Override
        public Step causeless() {
            return new Cancel(context, null);
        }
    }

    /** Registers a callback. */
    record AfterFunc(int context) implements Step {}

    /** Registers the callback object of an earlier registration once more, on the same context. */
    record AfterFuncAgain(int callback) implements Step {}

    record StopCallback(int callback) implements Step {}

    record Advance(long ticks) implements Step {}
}
