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
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Plain contexts with one step broken each, for tests of the suite. */
public enum Broken {
    /** A cancelled child takes its parent with it. */
    UPWARDS(e -> new PlainSteps(e) {
        @Override
        protected boolean end(PlainNode top, PlainEnd end) {
            if (top.holder != null) {
                super.end(top.holder, end);
            }
            return super.end(top, end);
        }
    }),
    /** Only the first thing that hangs on a context hears of its end. */
    FIRST_CHILD_ONLY(e -> new PlainSteps(e) {
        @Override
        protected Set<Object> publish(PlainNode node, PlainEnd end) {
            Set<Object> links = super.publish(node, end);
            return links.isEmpty()
                    ? links
                    : new LinkedHashSet<>(Collections.singleton(links.iterator().next()));
        }
    }),
    /** A later cancel replaces the end. */
    LAST_WINS(e -> new PlainSteps(e) {
        @Override
        protected boolean end(PlainNode top, PlainEnd end) {
            boolean first = super.end(top, end);
            top.end = end;
            return first;
        }
    }),
    /** An expiry tells of a cancel. */
    EXPIRY_AS_CANCEL(e -> new PlainSteps(e) {
        @Override
        protected PlainEnd expired(@Nullable Throwable cause) {
            return endOf(ContextException.cancelled(), cause);
        }
    }),
    /** The cause is lost on the way down. */
    CAUSE_STAYS_UP(e -> new PlainSteps(e) {
        @Override
        protected PlainEnd inherited(PlainEnd parent) {
            return endOf(parent.err(), null);
        }
    }),
    /** A child's later deadline replaces its parent's. */
    LATER_DEADLINE_WINS(e -> new PlainSteps(e) {
        @Override
        protected boolean endsBefore(Deadline inherited, Deadline own) {
            return false;
        }
    }),
    /** The timer of a cancelled context runs on. */
    TIMER_RUNS_ON(e -> new PlainSteps(e) {
        @Override
        protected void stopTimer(Scheduler.Timer timer) {}
    }),
    /** The binding next to the root wins. */
    OUTERMOST_VALUE(e -> new PlainSteps(e) {
        @Override
        protected <T> @Nullable T lookUp(PlainContext context, Key<T> key) {
            T nearest = super.lookUp(context, key);
            return nearest != null
                            && context.parent instanceof PlainContext parent
                            && key.toString().startsWith("k")
                    ? orElse(lookUp(parent, key), nearest)
                    : nearest;
        }

        private <T> @Nullable T orElse(@Nullable T outer, @Nullable T nearest) {
            return outer == null ? nearest : outer;
        }
    }),
    /** What is detached keeps its link. */
    DETACHED_IS_LINKED(e -> new PlainSteps(e) {
        @Override
        protected Context detach(PlainContext parent) {
            return derive(parent);
        }
    }),
    /** A stop answers true every time. */
    STOP_ALWAYS_TRUE(e -> new PlainSteps(e) {
        @Override
        protected boolean stopCallback(PlainCallback callback) {
            super.stopCallback(callback);
            return true;
        }
    }),
    /** A callback runs twice. */
    CALLBACK_TWICE(e -> new PlainSteps(e) {
        @Override
        protected void dispatch(PlainCallback callback) {
            super.dispatch(callback);
            super.dispatch(callback);
        }
    }),
    /** An ended child stays with its parent. */
    NEVER_UNLINKED(e -> new PlainSteps(e) {
        @Override
        protected void unlink(PlainNode node) {}
    }),
    /** A foreign parent is never let go of. */
    FOREIGN_NOT_RELEASED(e -> new PlainSteps(e) {
        @Override
        protected void releaseParent(Registration registration) {}
    }),
    /** The cause of a foreign parent is not asked for. */
    FOREIGN_CAUSE_LOST(e -> new PlainSteps(e) {
        @Override
        protected PlainEnd foreignEnd(Context foreign) {
            return endOf(super.foreignEnd(foreign).err(), null);
        }
    }),
    /** Nobody's hook is used. */
    HOOK_IGNORED(e -> new PlainSteps(e) {
        @Override
        protected void follow(Context foreign, Done done, PlainNode node) {
            if (done.isDone()) {
                super.follow(foreign, done, node);
            }
        }
    }),
    /** A context that was cancelled with a cause forgets its err. */
    ERR_FORGOTTEN(PlainSteps::new) {
        @Override
        public ContextKit<?> kit() {
            return new PlainKit("plain, " + name(), PlainSteps::new) {
                @Override
                public @Nullable Object err(Context context) {
                    ContextException err = context.err();
                    return err == context.cause() ? err : null;
                }
            };
        }
    },
    /** A lookup calls itself on the parent. */
    RECURSIVE_LOOKUP(e -> new PlainSteps(e) {
        @Override
        protected <T> @Nullable T lookUp(PlainContext context, Key<T> key) {
            return context.key != key && context.parent instanceof PlainContext parent
                    ? lookUp(parent, key)
                    : super.lookUp(context, key);
        }
    });

    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<Environment, PlainSteps> steps;

    Broken(Function<Environment, PlainSteps> steps) {
        this.steps = steps;
    }

    public ContextKit<?> kit() {
        return new PlainKit("plain, " + name(), steps);
    }
}
