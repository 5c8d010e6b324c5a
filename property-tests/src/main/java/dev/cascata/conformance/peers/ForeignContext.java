package dev.cascata.conformance.peers;

import dev.cascata.conformance.kit.ForeignShape;
import dev.cascata.context.Context;
import dev.cascata.context.ContextException;
import dev.cascata.context.Deadline;
import dev.cascata.context.Done;
import dev.cascata.context.Key;
import dev.cascata.context.Registration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A foreign context around a context of the library under test. It passes reads on to the context inside. Its
 * {@link ForeignShape} decides how it shows its end. Around a context that can never end, every shape shows never.
 *
 * <p>What it attaches for its children, it attaches to its core, the innermost context that is not foreign.
 */
abstract class ForeignContext implements Context {
    private static final ThreadLocal<Boolean> REGISTERING = ThreadLocal.withInitial(() -> false);

    private final Context inner;
    private final Context core;
    private final AtomicInteger attached = new AtomicInteger();

    ForeignContext(Context inner) {
        this.inner = inner;
        this.core = inner instanceof ForeignContext foreign ? foreign.core : inner;
    }

    static ForeignContext around(Context inner, ForeignShape shape) {
        return switch (shape) {
            case SHARING -> new SharingContext(inner);
            case OWN -> new OwnContext(inner);
            case HOOK -> new HookContext(inner);
        };
    }

    final Context inner() {
        return inner;
    }

    final Context core() {
        return core;
    }

    /** Returns the number of registrations and waiting threads that are attached now. */
    final int attached() {
        return attached.get();
    }

    /** Registers a callback for the program, not for a child that follows this context. */
    static Registration afterFunc(Context context, Runnable callback) {
        REGISTERING.set(true);
        try {
            return context.afterFunc(callback);
        } finally {
            REGISTERING.remove();
        }
    }

    /** Returns true while the program registers a callback. */
    static boolean registering() {
        return REGISTERING.get();
    }

    final void attach() {
        attached.incrementAndGet();
    }

    final void detach() {
        attached.decrementAndGet();
    }

    final boolean endless() {
        return core.done() == Done.never();
    }

    @Override
    public final Done done() {
        return endless() ? Done.never() : ownDone();
    }

    /** Returns the done of a foreign context whose core can end. */
    abstract Done ownDone();

    @Override
    public final @Nullable Deadline deadline() {
        return inner.deadline();
    }

    @Override
    public final @Nullable ContextException err() {
        return inner.err();
    }

    @Override
    public final @Nullable Throwable cause() {
        return inner.cause();
    }

    @Override
    public final <T> @Nullable T value(Key<T> key) {
        return inner.value(key);
    }
}
