package dev.cascata.context;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Binds one key. Everything but values is answered by the nearest context that is no value layer. Immutable.
 *
 * <p>Value layers that follow each other, whatever other layers are between them, form runs of at most
 * {@value #LONGEST_RUN}, and those of one run have the same ground. A value is looked for along the run, layer by
 * layer, then by key in the ground. The first layer after a full run makes the next ground: a copy of the last one
 * with the bindings of the run. So the ground of n layers takes O(log n) steps to search and to make, and all of them
 * together O(n log n) memory.
 */
final class ValueContext extends VisibleValues implements BuiltInContext {
    private static final int LONGEST_RUN = 8;

    private final Context parent;
    private final Context source;
    private final OuterBindings ground;
    private final Key<?> key;
    private final @Nullable Object value;

    ValueContext(Context parent, Key<?> key, @Nullable Object value) {
        this.parent = parent;
        this.source = parent instanceof ValueContext layer ? layer.source : parent;
        this.ground = ground(VisibleValues.of(parent));
        this.key = Objects.requireNonNull(key, "key");
        this.value = value;
    }

    /** The nearest context that is no value layer. */
    Context source() {
        return source;
    }

    private static OuterBindings ground(VisibleValues outer) {
        return outer instanceof ValueContext layer ? layer.groundOfNext() : (OuterBindings) outer;
    }

    /** The ground of a layer derived from this one. */
    private OuterBindings groundOfNext() {
        int length = 0;
        for (ValueContext at = this; at != null; at = at.nextOfRun()) {
            length++;
        }
        return length < LONGEST_RUN ? ground : ground.with(bindings(length));
    }

    /** The bindings beyond a layer derived from this one, which ends a run of {@code length} layers. */
    private BindingTrie bindings(int length) {
        ValueContext[] run = new ValueContext[length];
        int left = length;
        for (ValueContext at = this; at != null; at = at.nextOfRun()) {
            run[--left] = at;
        }
        BindingTrie all = ground.bindings();
        for (ValueContext layer : run) {
            all = all.with(layer);
        }
        return all;
    }

    /** The next value layer outward, if it is of the same run. */
    private @Nullable ValueContext nextOfRun() {
        return VisibleValues.ofLayer(parent) instanceof ValueContext outer && outer.ground == ground ? outer : null;
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
        return ground.find(wanted);
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
    public Context parent() {
        return parent;
    }

    @Override
    public Environment environment() {
        return ground.environment();
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
