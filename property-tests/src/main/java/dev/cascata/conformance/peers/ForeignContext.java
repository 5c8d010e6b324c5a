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
 * Somebody else's context around one of the library under test. Reads are handed to the context inside; how it shows
 * its end depends on its {@link ForeignShape}. Around a context that can never end every shape answers the same: never.
 *
 * <p>Whatever a wrapper attaches for its children, it attaches to its core, the innermost context that is no wrapper.
 */
abstract class ForeignContext implements Context {
    private static final ThreadLocal<Boolean> LISTENING = ThreadLocal.withInitial(() -> false);

    private final Context inner;
    private final Context core;
    private final AtomicInteger attached = new AtomicInteger();

    ForeignContext(Context inner) {
        this.inner = inner;
        this.core = inner instanceof ForeignContext wrapper ? wrapper.core : inner;
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

    /** How many registrations and waiting threads hang on this wrapper now. */
    final int attached() {
        return attached.get();
    }

    /** Registers a callback of the program's own, where a context that follows another has one of its own to register. */
    static Registration afterFunc(Context context, Runnable callback) {
        LISTENING.set(true);
        try {
            return context.afterFunc(callback);
        } finally {
            LISTENING.remove();
        }
    }

    /** Whether it is a program that registers a callback just now. */
    static boolean listening() {
        return LISTENING.get();
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

    /** The done of a wrapper whose core can end. */
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
