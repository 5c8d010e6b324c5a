package dev.cascata.context;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A context that binds one key, also called a value layer. The nearest context that is not a value layer, its source,
 * decides everything but values. Immutable.
 *
 * <p>Value layers that follow each other form runs of at most {@value #LONGEST_RUN} layers; contexts of other kinds may
 * be between them. All layers of a run have the same outer bindings. A lookup searches the run layer by layer, then the
 * outer bindings by key. The first layer after a full run gets new outer bindings: a copy of the last ones with the
 * bindings of the run. So the outer bindings of n layers take O(log n) steps to search and to create, and all of them
 * together take O(n log n) memory.
 */
final class ValueContext extends VisibleValues implements BuiltInContext {
    private static final int LONGEST_RUN = 8;

    private final Context source;
    private final VisibleValues inherited;
    private final OuterBindings outerBindings;
    private final Key<?> key;
    private final @Nullable Object value;

    ValueContext(Context parent, Key<?> key, @Nullable Object value) {
        if (parent instanceof ValueContext layer) {
            this.source = layer.source;
            this.inherited = layer;
        } else {
            this.source = parent;
            this.inherited = VisibleValues.of(parent);
        }
        this.outerBindings = outerBindings(inherited);
        this.key = Objects.requireNonNull(key, "key");
        this.value = value;
    }

    /** Returns the nearest context that is not a value layer. */
    Context source() {
        return source;
    }

    /** Returns the parent: the inherited layer if it has the same source, the source otherwise. */
    @Override
    public Context parent() {
        return inherited instanceof ValueContext layer && layer.source == source ? layer : source;
    }

    @Override
    public VisibleValues values() {
        return this;
    }

    private static OuterBindings outerBindings(VisibleValues inherited) {
        return inherited instanceof ValueContext layer ? layer.outerBindingsOfNext() : (OuterBindings) inherited;
    }

    /** Returns the outer bindings of a layer that is derived from this one. */
    private OuterBindings outerBindingsOfNext() {
        int length = 0;
        for (ValueContext at = this; at != null; at = at.nextOfRun()) {
            length++;
        }
        return length < LONGEST_RUN ? outerBindings : outerBindings.with(bindings(length));
    }

    /** Returns the outer bindings together with those of this run, which has {@code length} layers and ends here. */
    private BindingTrie bindings(int length) {
        ValueContext[] run = new ValueContext[length];
        int left = length;
        for (ValueContext at = this; at != null; at = at.nextOfRun()) {
            run[--left] = at;
        }
        BindingTrie all = outerBindings.bindings();
        for (ValueContext layer : run) {
            all = all.with(layer);
        }
        return all;
    }

    /** Returns the next value layer towards the root if it belongs to the same run; null otherwise. */
    private @Nullable ValueContext nextOfRun() {
        return inherited instanceof ValueContext next && next.outerBindings == outerBindings ? next : null;
    }

    Key<?> key() {
        return key;
    }

    <T> @Nullable T bound(Key<T> sameKey) {
        return cast(value);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    static <T> @Nullable T cast(@Nullable Object bound) {
        return (T) bound;
    }

    @Override
    public @Nullable Deadline deadline() {
        return source.deadline();
    }

    @Override
    public Done done() {
        return source.done();
    }

    @Override
    public @Nullable ContextException err() {
        return source.err();
    }

    @Override
    public @Nullable Throwable cause() {
        return source.cause();
    }

    @Override
    <T> @Nullable T find(Key<T> wanted) {
        for (ValueContext at = this; at != null; at = at.nextOfRun()) {
            if (at.key == wanted) {
                return cast(at.value);
            }
        }
        return outerBindings.find(wanted);
    }

    @Override
    public <T> @Nullable T value(Key<T> wanted) {
        return find(wanted);
    }

    @Override
    public Registration afterFunc(Runnable callback) {
        return source.afterFunc(callback);
    }

    @Override
    public Environment environment() {
        return outerBindings.environment();
    }

    @Override
    public String step() {
        return "withValue(" + key + ")";
    }

    @Override
    public String toString() {
        return BuiltInContext.print(this);
    }
}
