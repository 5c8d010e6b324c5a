package dev.cascata.conformance.discovery;

import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.plain.PlainKit;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.context.Context;
import dev.cascata.context.Environment;
import dev.cascata.context.Registration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Kits that the suite cannot use, and classes that are no kits. */
public final class BrokenKits {
    private BrokenKits() {}

    /** A kit with every method, over a context that does nothing. */
    public abstract static class Empty implements ContextKit<Object> {
        @Override
        public String name() {
            return getClass().getSimpleName();
        }

        @Override
        public Set<Capability> capabilities() {
            return Set.of();
        }

        @Override
        public Object background(Environment environment) {
            return new Object();
        }

        @Override
        public Object withCancel(Object parent, Environment environment) {
            return new Object();
        }

        @Override
        public boolean cancel(Object context) {
            return false;
        }

        @Override
        public boolean done(Object context) {
            return false;
        }
    }

    public static final class Throwing extends Empty {
        public Throwing() {
            throw new IllegalStateException("no licence found\nfor this library.");
        }
    }

    public static final class WithArgument extends Empty {
        public WithArgument(String unused) {}
    }

    public static final class FailingClass extends Empty {
        static final int NUMBER = Integer.parseInt("none");
    }

    public static final class Nameless extends Empty {
        @Override
        public String name() {
            throw new IllegalStateException("no name");
        }
    }

    public static final class OverLibrary extends Empty {
        public Library library() {
            return new Library();
        }
    }

    public static final class Library {}

    /** A kit over a correct context. */
    public abstract static class Working extends PlainKit {
        @Override
        public String name() {
            return getClass().getSimpleName();
        }
    }

    public static final class TalkingConstructor extends Working {
        public TalkingConstructor() {
            System.out.println("ready");
        }
    }

    /** Writes when a deadline is asked for, which the smoke program does not do. */
    public static final class Talking extends Working {
        @Override
        public Context withDeadline(Context parent, long nanos, @Nullable Object cause, Environment environment) {
            System.out.printf("deadline %d%n", nanos);
            return super.withDeadline(parent, nanos, cause, environment);
        }
    }

    /** Throws where the suite expects no exception. */
    public static final class ThrowingWhenMeasured extends Working {
        @Override
        public int deepest() {
            throw new IllegalStateException("too deep");
        }
    }

    public static final class NeverDone extends Working {
        @Override
        public boolean done(Context context) {
            return false;
        }
    }

    public static final class ThrowingAtOnce extends Working {
        @Override
        public Context withCancel(Context parent, Environment environment) {
            throw new IllegalStateException("not today");
        }
    }

    public static final class WithoutRoot extends Working {
        @Override
        @SuppressWarnings("NullAway")
        public Context background(Environment environment) {
            return null;
        }
    }

    public static final class WithoutHandle extends Working {
        @Override
        @SuppressWarnings("NullAway")
        public Registration afterFunc(Context context, Runnable callback, Environment environment) {
            return null;
        }
    }

    public static final class WithoutDetach extends Working {
        @Override
        public Context withoutCancel(Context parent, Environment environment) {
            throw new UnsupportedOperationException("withoutCancel");
        }
    }
}
