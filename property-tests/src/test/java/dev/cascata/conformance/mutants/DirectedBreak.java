package dev.cascata.conformance.mutants;

import dev.cascata.conformance.ContextKit;
import dev.cascata.context.Context;
import dev.cascata.context.ContextException;
import dev.cascata.context.Deadline;
import dev.cascata.context.Done;
import dev.cascata.context.Environment;
import dev.cascata.context.Key;
import dev.cascata.context.Registration;
import dev.cascata.context.Scheduler;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Plain contexts with one step broken each, and the directed check that has to find it. */
public enum DirectedBreak {
    NULL_KEY_BOUND("null-key", e -> new PlainSteps(e) {
        @Override
        protected <T> Context bind(PlainContext parent, Key<T> key, @Nullable T value) {
            return key == null ? parent : super.bind(parent, key, value);
        }
    }),
    NULL_CALLBACK_TAKEN("null-callback", e -> new PlainSteps(e) {
        @Override
        protected Registration register(PlainContext context, Runnable task) {
            return super.register(context, task == null ? () -> {} : task);
        }
    }),
    NULL_CALLBACK_LINKED("null-callback-leaves-nothing", e -> new PlainSteps(e) {
        @Override
        protected Registration register(PlainContext context, Runnable task) {
            super.register(context, task == null ? () -> {} : task);
            return super.register(context, task);
        }
    }),
    CANCEL_INSIDE_CALLBACK_LOST("inside-callback-cancel-parent", e -> new InsideSteps(e) {
        @Override
        protected boolean end(PlainNode top, PlainEnd end) {
            return !inside() && super.end(top, end);
        }
    }),
    CHILD_MADE_INSIDE_CALLBACK_LOST("inside-callback-derive-parent", e -> new InsideSteps(e) {
        @Override
        protected void endWithParent(PlainNode node, @Nullable Context parent) {
            super.endWithParent(node, inside() && parent instanceof PlainNode p && p.end == null ? null : parent);
        }
    }),
    CALLBACK_REGISTERED_INSIDE_CALLBACK_LOST("inside-callback-register-itself", e -> new InsideSteps(e) {
        @Override
        protected Registration hang(@Nullable PlainNode holder, Runnable task) {
            return super.hang(inside() && holder != null && holder.end != null ? null : holder, task);
        }
    }),
    STOP_INSIDE_CALLBACK_LOST("inside-callback-stop-parent", e -> new InsideSteps(e) {
        @Override
        protected boolean stopCallback(PlainCallback callback) {
            return !inside() && super.stopCallback(callback);
        }
    }),
    THROWN_IS_SWALLOWED("throwing-exception", e -> new InsideSteps(e) {
        @Override
        void run(Runnable task) {
            try {
                task.run();
            } catch (RuntimeException swallowed) {
                return;
            }
        }
    }),
    ERROR_STOPS_THE_WALK("throwing-error-at-once", e -> new PlainSteps(e) {
        @Override
        protected void dispatch(PlainCallback callback) {
            try {
                e.executor().execute(callback.task);
            } catch (RuntimeException thrown) {
                Guard.run(() -> {
                    throw thrown;
                });
            }
        }
    }),
    REFUSAL_STOPS_THE_WALK("refusing-executor", e -> new PlainSteps(e) {
        @Override
        protected void dispatch(PlainCallback callback) {
            e.executor().execute(callback.task);
        }
    }),
    CALLBACKS_UNDER_A_LOCK("second-thread-cancels-context", e -> new PlainSteps(e) {
        @Override
        protected synchronized boolean end(PlainNode top, PlainEnd end) {
            return super.end(top, end);
        }
    }),
    LATE_CALLBACK_UNDER_A_LOCK("second-thread-after-late-registration", e -> new PlainSteps(e) {
        @Override
        protected synchronized Registration hang(@Nullable PlainNode holder, Runnable task) {
            return super.hang(holder, task);
        }

        @Override
        protected boolean end(PlainNode top, PlainEnd end) {
            synchronized (this) {
                Objects.requireNonNull(end);
            }
            return super.end(top, end);
        }
    }),
    LOCK_OF_ALL_TREES("crossing-callbacks", e -> new PlainSteps(e) {
        @Override
        protected boolean end(PlainNode top, PlainEnd end) {
            synchronized (TASKS) {
                return super.end(top, end);
            }
        }
    }),
    CANCEL_WAITS_FOR_CALLBACKS("cancel-does-not-wait", e -> new PlainSteps(e) {
        @Override
        protected void dispatch(PlainCallback callback) {
            CountDownLatch ran = new CountDownLatch(1);
            e.executor().execute(() -> {
                callback.task.run();
                ran.countDown();
            });
            await(ran);
        }
    }),
    STOP_WAITS_FOR_THE_CALLBACK("stop-does-not-wait", e -> new PlainSteps(e) {
        private final CountDownLatch ran = new CountDownLatch(1);

        @Override
        protected void dispatch(PlainCallback callback) {
            e.executor().execute(() -> {
                callback.task.run();
                ran.countDown();
            });
        }

        @Override
        protected boolean stopCallback(PlainCallback callback) {
            boolean stopped = super.stopCallback(callback);
            await(ran);
            return stopped;
        }
    }),
    READS_TAKE_THE_LOCK("reads-while-callback-blocks", e -> new PlainSteps(e) {
        @Override
        protected synchronized boolean end(PlainNode top, PlainEnd end) {
            return super.end(top, end);
        }

        @Override
        protected synchronized <T> @Nullable T lookUp(PlainContext context, Key<T> key) {
            return super.lookUp(context, key);
        }
    }),
    NULL_ERR_TAKEN_AS_IT_IS("foreign-ends-without-err", e -> new PlainSteps(e) {
        @Override
        protected PlainEnd foreignEnd(Context foreign) {
            return foreign.err() == null ? cancelled(null) : super.foreignEnd(foreign);
        }
    }),
    HOOK_THAT_FIRES_AT_ONCE_LOST("foreign-calls-back-at-once", e -> new PlainSteps(e) {
        @Override
        protected void follow(Context foreign, Done done, PlainNode node) {
            if (!hasHook(foreign) || done.isDone()) {
                super.follow(foreign, done, node);
                return;
            }
            boolean[] registered = new boolean[1];
            Registration registration = foreign.afterFunc(() -> {
                if (registered[0]) {
                    end(node, foreignEnd(foreign));
                }
            });
            registered[0] = true;
            keep(node, registration::stop);
        }
    }),
    CAUSE_DECIDES_THE_KIND("cause-that-looks-like-expiry", e -> new PlainSteps(e) {
        @Override
        protected PlainEnd endOf(ContextException err, @Nullable Throwable cause) {
            return super.endOf(cause instanceof ContextException.DeadlineExceeded kind ? kind : err, cause);
        }
    }),
    WAKE_UP_LOST("wait-until-cancel", e -> new PlainSteps(e) {
        @Override
        protected boolean add(PlainNode node, Object link) {
            return link instanceof CountDownLatch ? node.end == null : super.add(node, link);
        }
    }),
    WAIT_DOES_NOT_LOOK("wait-for-ended", e -> new PlainSteps(e) {
        @Override
        protected boolean add(PlainNode node, Object link) {
            return super.add(node, link) || link instanceof CountDownLatch;
        }
    }),
    DEAD_WAITERS_STAY("wait-leaves-nothing", e -> new PlainSteps(e) {
        @Override
        protected void stopTimer(Scheduler.Timer timer) {}
    }),
    SECRET_PRINTED("print-hides-values", e -> new PlainSteps(e) {
        @Override
        protected <T> Context bind(PlainContext parent, Key<T> key, @Nullable T value) {
            Objects.requireNonNull(key);
            return new PlainContext(this, "withValue(" + value + ")", parent, sourceOf(parent), key, value);
        }
    }),
    REMOVAL_COPIES_ALL("cost-of-cancel-one-by-one", e -> new PlainSteps(e) {
        @Override
        protected void unlink(PlainNode node) {
            super.unlink(node);
            if (node.holder != null) {
                node.holder.links = new LinkedHashSet<>(node.holder.links);
            }
        }
    }),
    EVERY_CONTEXT_REGISTERED("child-of-root-collected", e -> new PlainSteps(e) {
        private final List<PlainNode> registry = REGISTRY;

        @Override
        protected void endWithParent(PlainNode node, @Nullable Context parent) {
            registry.add(node);
            super.endWithParent(node, parent);
        }

        @Override
        protected void unlink(PlainNode node) {
            super.unlink(node);
            registry.remove(node);
        }
    }),
    ENDED_PARENT_KEEPS_CHILDREN("ended-parent-drops-children", e -> new PlainSteps(e) {
        @Override
        protected Set<Object> publish(PlainNode node, PlainEnd end) {
            Set<Object> links = super.publish(node, end);
            node.links = links;
            return links;
        }
    }),
    TIMER_REMEMBERED("cancelled-timer-collected", e -> new PlainSteps(e) {
        @Override
        protected Scheduler.Timer startTimer(Deadline deadline, Runnable task) {
            TASKS.add(task);
            return super.startTimer(deadline, task);
        }
    }),
    CALLBACK_HELD_WEAKLY("unreferenced-callback-runs", e -> new PlainSteps(e) {
        @Override
        protected Registration hang(@Nullable PlainNode holder, Runnable task) {
            WeakReference<Object> weak = new WeakReference<>(new Object());
            return super.hang(holder, () -> {
                if (weak.get() != null) {
                    task.run();
                }
            });
        }
    }),
    TIMER_SETS_ITSELF_AGAIN("nothing-scheduled-after-the-end", e -> new PlainSteps(e) {
        @Override
        protected Scheduler.Timer startTimer(Deadline deadline, Runnable task) {
            return super.startTimer(deadline, () -> {
                task.run();
                super.startTimer(moment(Duration.ofMillis(7)), task);
            });
        }
    }),
    HOOK_OVERLOOKED("no-thread-where-none-is-needed", e -> new PlainSteps(e) {
        @Override
        protected boolean hasHook(Context foreign) {
            return false;
        }
    }),
    LOOKUP_RECURSES("look-up-deep", e -> new PlainSteps(e) {
        @Override
        protected <T> @Nullable T lookUp(PlainContext context, Key<T> key) {
            return context.key != key && context.parent instanceof PlainContext parent
                    ? lookUp(parent, key)
                    : super.lookUp(context, key);
        }
    });

    private static final List<PlainNode> REGISTRY = new ArrayList<>();
    private static final List<Runnable> TASKS = new ArrayList<>();

    public final String check;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<Environment, PlainSteps> steps;

    DirectedBreak(String check, Function<Environment, PlainSteps> steps) {
        this.check = check;
        this.steps = steps;
    }

    public ContextKit<?> kit() {
        return new PlainKit("plain, " + name(), steps);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException given) {
            throw new IllegalStateException("given up", given);
        }
    }

    /** Knows whether a callback is running on the current thread. */
    private static class InsideSteps extends PlainSteps {
        private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);
        private final Environment environment;

        InsideSteps(Environment environment) {
            super(environment);
            this.environment = environment;
        }

        final boolean inside() {
            return inside.get();
        }

        void run(Runnable task) {
            task.run();
        }

        @Override
        protected void dispatch(PlainCallback callback) {
            Guard.run(() -> environment.executor().execute(() -> {
                inside.set(true);
                try {
                    run(callback.task);
                } finally {
                    inside.set(false);
                }
            }));
        }
    }
}
