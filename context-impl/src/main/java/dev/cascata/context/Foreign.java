package dev.cascata.context;

import java.util.Objects;

/** Dealings with code that is not this library's: parents implemented by others, and whatever may throw. */
final class Foreign {
    private static final ClassValue<Boolean> HAS_HOOK = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return hasHook(type);
        }
    };

    private Foreign() {}

    /**
     * Makes {@code child} end when {@code parent} does: at once if it has ended, by the parent's own
     * {@code afterFunc} if it overrides that, by a watching thread otherwise.
     *
     * @return what lets go of the parent
     */
    static Registration follow(Context parent, CancelContext child) {
        Done done = parent.done();
        if (done.isDone()) {
            child.end(Ending.of(parent));
            return () -> false;
        }
        if (HAS_HOOK.get(parent.getClass())) {
            return Objects.requireNonNull(
                    parent.afterFunc(() -> child.end(Ending.of(parent))),
                    () -> "afterFunc of " + parent.getClass().getName() + " answered null");
        }
        return Watcher.start(parent, done, child);
    }

    private static boolean hasHook(Class<?> type) {
        try {
            return type.getMethod("afterFunc", Runnable.class).getDeclaringClass() != Context.class;
        } catch (NoSuchMethodException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** A callback on a foreign context that has no hook: it hangs on a child, which ends when the callback is stopped. */
    static Registration register(Context foreign, Runnable callback) {
        Objects.requireNonNull(callback, "callback");
        CancelContext child = CancelContext.below(foreign);
        Registration registration = child.afterFunc(callback);
        return () -> {
            boolean stopped = registration.stop();
            if (stopped) {
                child.cancel();
            }
            return stopped;
        };
    }

    /** Runs foreign code; what it throws goes to the thread's handler of uncaught exceptions. */
    @SuppressWarnings("CatchThrowable")
    static void guard(Runnable code) {
        try {
            code.run();
        } catch (Throwable thrown) {
            report(thrown);
        }
    }

    private static void report(Throwable thrown) {
        Thread thread = Thread.currentThread();
        try {
            thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
        } catch (RuntimeException | Error ignored) {
            // As the JVM does with a handler that throws.
        }
    }

    /** A context's registration with its foreign parent: hangs on the context itself, and lets go of the parent at its end. */
    static final class HookLink extends Link {
        private final Registration registration;

        private HookLink(CancelContext child, Registration registration) {
            super(child);
            this.registration = registration;
        }

        /** Keeps the registration until the child ends; lets go at once if it has ended. */
        static void keep(CancelContext child, Registration registration) {
            HookLink tether = new HookLink(child, registration);
            if (!tether.hang()) {
                tether.letGo();
            }
        }

        private void letGo() {
            Foreign.guard(registration::stop);
        }

        @Override
        int counted() {
            return 0;
        }

        @Override
        boolean join(Walk walk) {
            return true;
        }

        @Override
        void announce(Ending ending) {
            letGo();
        }
    }

    /**
     * A thread that waits for the end of a foreign parent and passes it on to one child. Released by interrupt when the
     * child ends first; the interrupt never reaches anything but the wait.
     */
    static final class Watcher implements Registration, Runnable {
        private final Context parent;
        private final Done done;
        private final CancelContext child;
        private final Thread thread;

        private Watcher(Context parent, Done done, CancelContext child) {
            this.parent = parent;
            this.done = done;
            this.child = child;
            this.thread = Threads.unstarted("context-watcher", this);
        }

        static Registration start(Context parent, Done done, CancelContext child) {
            Watcher watcher = new Watcher(parent, done, child);
            watcher.thread.start();
            return watcher;
        }

        @Override
        public void run() {
            while (!child.ended()) {
                try {
                    done.await();
                    child.end(Ending.of(parent));
                } catch (InterruptedException wakeUp) {
                    // The loop asks whether it was the release.
                }
            }
        }

        /** Called by the walk that ended the child; by the watching thread itself if it was that. */
        @Override
        public boolean stop() {
            if (Thread.currentThread() != thread) {
                thread.interrupt();
            }
            return false;
        }
    }
}
