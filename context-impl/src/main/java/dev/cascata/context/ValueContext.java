package dev.cascata.context;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Binds one key. Everything but values is answered by the nearest context that is no value layer. Immutable. */
final class ValueContext implements Layer {
    private final Context parent;
    private final Context source;
    private final Environment environment;
    private final Key<?> key;
    private final @Nullable Object value;

    ValueContext(Context parent, Key<?> key, @Nullable Object value) {
        this.parent = parent;
        this.source = parent instanceof ValueContext layer ? layer.source : parent;
        this.environment = Environment.of(parent);
        this.key = Objects.requireNonNull(key, "key");
        this.value = value;
    }

    /** The nearest context that is no value layer. */
    Context source() {
        return source;
    }

    boolean binds(Key<?> wanted) {
        return key == wanted;
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
    public <T> @Nullable T value(Key<T> wanted) {
        return Layer.find(this, wanted);
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
        return environment;
    }

    @Override
    public String step() {
        return "withValue(" + key + ")";
    }

    @Override
    public String toString() {
        return Layer.print(this);
    }
}
