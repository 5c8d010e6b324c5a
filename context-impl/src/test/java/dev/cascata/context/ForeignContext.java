package dev.cascata.context;

import org.jspecify.annotations.Nullable;

/** A foreign context that wraps another one and delegates to it. */
class ForeignContext implements Context {
    private final Context inner;

    ForeignContext(Context inner) {
        this.inner = inner;
    }

    @Override
    public @Nullable Deadline deadline() {
        return inner.deadline();
    }

    @Override
    public Done done() {
        return inner.done();
    }

    @Override
    public @Nullable ContextException err() {
        return inner.err();
    }

    @Override
    public <T> @Nullable T value(Key<T> key) {
        return inner.value(key);
    }
}
