package dev.cascata.conformance;

import dev.cascata.conformance.rules.Capability;
import dev.cascata.context.Environment;
import java.util.Set;

/** Kits that the suite cannot use, and classes that are none. */
final class BrokenKits {
    private BrokenKits() {}

    /** Everything a kit has to have, over a context that is nothing. */
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
}
