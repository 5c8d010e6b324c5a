package dev.cascata.conformance.peers;

import dev.cascata.conformance.kit.ForeignQuirk;
import dev.cascata.context.CancellableContext;
import dev.cascata.context.Context;
import dev.cascata.context.ContextException;
import dev.cascata.context.Deadline;
import dev.cascata.context.Done;
import dev.cascata.context.Environment;
import dev.cascata.context.Key;
import dev.cascata.context.Registration;
import org.jspecify.annotations.Nullable;

/** A foreign context that misbehaves. It passes reads on to the context inside. */
class QuirkyContext implements Context {
    private static final long THIRD_TICK = 3_000_000;

    private final Context inner;

    private QuirkyContext(Context inner) {
        this.inner = inner;
    }

    static Context around(Context inner, ForeignQuirk quirk) {
        return switch (quirk) {
            case CALLS_BACK_AT_ONCE -> new CallsBackAtOnce(inner);
            case HIDES_ERR -> new HidesErr(inner);
            case HIDES_CAUSE -> new HidesCause(inner);
            case SHORTENS_DEADLINE -> new ShortensDeadline(inner);
            case CHANGES_ERR -> new ChangesErr(inner);
            case OUTLIVES -> new Outlives(inner);
        };
    }

    final Context inner() {
        return inner;
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
    public @Nullable Throwable cause() {
        return inner.cause();
    }

    @Override
    public <T> @Nullable T value(Key<T> key) {
        return inner.value(key);
    }

    private static final class CallsBackAtOnce extends QuirkyContext {
        private final Done done = new OtherDone(inner().done());

        CallsBackAtOnce(Context inner) {
            super(inner);
        }

        @Override
        public Done done() {
            return done;
        }

        @Override
        public Registration afterFunc(Runnable callback) {
            ((CancellableContext) inner()).cancel();
            callback.run();
            return () -> false;
        }
    }

    private static final class HidesErr extends QuirkyContext {
        HidesErr(Context inner) {
            super(inner);
        }

        @Override
        public Done done() {
            return new OtherDone(inner().done());
        }

        @Override
        public @Nullable ContextException err() {
            return null;
        }

        @Override
        public @Nullable Throwable cause() {
            return null;
        }
    }

    /** Not a subclass, because it takes the default cause of the interface. */
    private record HidesCause(Context inner) implements Context {
        @Override
        public @Nullable Deadline deadline() {
            return inner.deadline();
        }

        @Override
        public Done done() {
            return new OtherDone(inner.done());
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

    private static final class ShortensDeadline extends QuirkyContext {
        ShortensDeadline(Context inner) {
            super(inner);
        }

        @Override
        public Deadline deadline() {
            return Deadline.at(THIRD_TICK, Environment.of(inner()).time());
        }
    }

    private static final class ChangesErr extends QuirkyContext {
        ChangesErr(Context inner) {
            super(inner);
        }

        @Override
        public @Nullable ContextException err() {
            return inner().err() == null ? null : ContextException.deadlineExceeded();
        }
    }

    private static final class Outlives extends QuirkyContext {
        private final Done done = new OtherDone(Done.never());

        Outlives(Context inner) {
            super(inner);
        }

        @Override
        public Done done() {
            return done;
        }

        @Override
        public @Nullable ContextException err() {
            return null;
        }

        @Override
        public Registration afterFunc(Runnable callback) {
            return () -> true;
        }
    }
}
