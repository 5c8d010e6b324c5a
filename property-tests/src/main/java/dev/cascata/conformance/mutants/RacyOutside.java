package dev.cascata.conformance.mutants;

import dev.cascata.conformance.plain.PlainContext;
import dev.cascata.conformance.plain.PlainNode;
import dev.cascata.conformance.plain.PlainSteps;
import dev.cascata.context.Context;
import dev.cascata.context.Done;
import dev.cascata.context.Environment;
import dev.cascata.context.Registration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Steps that race with threads outside of the tree: those of foreign parents and of calls. */
final class RacyOutside {
    private RacyOutside() {}

    /** Ignores a hook that fires before its registration has returned. */
    static final class LostHook extends PlainSteps {
        LostHook(Environment environment) {
            super(environment);
        }

        @Override
        protected void follow(Context foreign, Done done, PlainNode node) {
            if (done.isDone() || !hasHook(foreign)) {
                super.follow(foreign, done, node);
                return;
            }
            AtomicBoolean registered = new AtomicBoolean();
            Registration hook = foreign.afterFunc(() -> {
                if (registered.get()) {
                    end(node, foreignEnd(foreign));
                }
            });
            Window.open();
            registered.set(true);
            keep(node, () -> releaseParent(hook));
        }
    }

    /** Drops the interrupt that releases a watcher if it arrives before the watcher waits. */
    static final class LeftWatcher extends PlainSteps {
        LeftWatcher(Environment environment) {
            super(environment);
        }

        @Override
        protected void follow(Context foreign, Done done, PlainNode node) {
            if (done.isDone() || hasHook(foreign)) {
                super.follow(foreign, done, node);
                return;
            }
            Thread watcher = new Thread(() -> waitFor(foreign, done, node), "late-watcher");
            watcher.setDaemon(true);
            watcher.start();
            keep(node, watcher::interrupt);
        }

        private void waitFor(Context foreign, Done done, PlainNode node) {
            try {
                if (!Thread.interrupted() || !done.isDone()) {
                    done.await();
                }
                end(node, foreignEnd(foreign));
            } catch (InterruptedException released) {
                // The child has ended.
            }
        }
    }

    /** Interrupts the thread of a call without checking whether the call has returned. */
    static final class LateInterrupt extends PlainSteps {
        LateInterrupt(Environment environment) {
            super(environment);
        }

        @Override
        protected <T extends @Nullable Object> T call(PlainContext context, Callable<T> task) throws Exception {
            context.throwIfDone();
            Thread caller = Thread.currentThread();
            Registration interrupt = register(context, () -> {
                Window.open();
                caller.interrupt();
            });
            try {
                return task.call();
            } finally {
                interrupt.stop();
            }
        }
    }
}
