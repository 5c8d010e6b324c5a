package dev.cascata.context;

import java.util.Objects;

/** Makes contexts end with foreign parents: with other implementations of {@link Context}. */
final class ForeignParents {
    private static final ClassValue<Boolean> HAS_HOOK = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return hasHook(type);
        }
    };

    private ForeignParents() {}

    /**
     * Makes {@code child} end when {@code parent} does: at once if the parent is done, through {@code afterFunc} if the
     * parent's class overrides that method, and through a watcher thread otherwise.
     *
     * @return the registration, which releases the parent
     */
    static Registration follow(Context parent, CancelContext child) {
        Done done = parent.done();
        if (done.isDone()) {
            child.end(EndEvent.of(parent));
            return () -> false;
        }
        if (HAS_HOOK.get(parent.getClass())) {
            return Objects.requireNonNull(
                    parent.afterFunc(() -> child.end(EndEvent.of(parent))),
                    () -> "afterFunc of " + parent.getClass().getName() + " returned null");
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

    /**
     * Registers a callback on a foreign context without {@code afterFunc}: on a child, which ends when the callback is
     * stopped.
     */
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

    /**
     * Keeps a context's registration with its foreign parent, as a link of the context itself, and stops it at the end.
     */
    static final class HookLink extends Link {
        private final Registration registration;

        private HookLink(CancelContext child, Registration registration) {
            super(child);
            this.registration = registration;
        }

        /** Keeps the registration until the child ends. Stops it at once if the child is done. */
        static void keep(CancelContext child, Registration registration) {
            HookLink link = new HookLink(child, registration);
            if (!link.link()) {
                link.release();
            }
        }

        private void release() {
            Threads.guard(registration::stop);
        }

        @Override
        int counted() {
            return 0;
        }

        @Override
        boolean mark(Propagation propagation) {
            return true;
        }

        @Override
        void notifyEnd(EndEvent event) {
            release();
        }
    }

    /**
     * A thread that waits for the end of a foreign parent and ends one child then. If the child ends first, an
     * interrupt ends the wait; no other code sees this interrupt.
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
            while (!child.isDone()) {
                try {
                    done.await();
                    child.end(EndEvent.of(parent));
                } catch (InterruptedException wakeUp) {
                    // Either stop() has interrupted, and the child is done, or the wait goes on.
                }
            }
        }

        /** Called by the thread that ended the child, which may be the watcher thread itself. */
        @Override
        public boolean stop() {
            if (Thread.currentThread() != thread) {
                thread.interrupt();
            }
            return false;
        }
    }
}
