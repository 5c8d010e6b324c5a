package dev.cascata.conformance.mutants;

import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.plain.PlainCallback;
import dev.cascata.conformance.plain.PlainContext;
import dev.cascata.conformance.plain.PlainEnd;
import dev.cascata.conformance.plain.PlainKit;
import dev.cascata.conformance.plain.PlainNode;
import dev.cascata.conformance.plain.PlainSteps;
import dev.cascata.context.Deadline;
import dev.cascata.context.Environment;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Plain contexts that are right on one thread and wrong on two: each has one step that races. It names the race that
 * has to see it. Where the two halves of the step are but a few instructions apart, a {@link Window} between them gives
 * two processors the time to meet.
 */
public enum RaceMutant implements Supplier<ContextKit<?>> {
    /** Whoever saw the context live before its cancel is told that it won. */
    TWO_WINNERS("CancelCancel", e -> new PlainSteps(e) {
        @Override
        protected boolean end(PlainNode top, PlainEnd end) {
            boolean live = top.end == null;
            Window.open();
            super.end(top, end);
            return live;
        }
    }),
    /** A cancel of a context that is seen to end does not wait for the walk. */
    LOSER_EARLY("LoserWaits", e -> new PlainSteps(e) {
        @Override
        protected boolean end(PlainNode top, PlainEnd end) {
            return top.end == null && super.end(top, end);
        }
    }),
    /** The loser of two ends that saw the context live writes its own over that of the winner. */
    LAST_WINS("ParentChild", e -> new PlainSteps(e) {
        @Override
        protected boolean end(PlainNode top, PlainEnd end) {
            boolean live = top.end == null;
            Window.open();
            boolean first = super.end(top, end);
            if (live && !first) {
                top.end = end;
            }
            return first;
        }
    }),
    /** Whether the parent lives is looked at before the lock is taken, and not again. */
    LOST_CHILD("CancelDerive", e -> new RacySteps.Unchecked(e, PlainNode.class)),
    /** Whether the context lives is looked at before the lock is taken, and not again. */
    LOST_CALLBACK("CancelRegister", e -> new RacySteps.Unchecked(e, PlainCallback.class)),
    /** Whether the context lives is looked at before the lock is taken, and not again. */
    LOST_WAKE_UP("PublishAwait", e -> new RacySteps.Unchecked(e, CountDownLatch.class)),
    /** A link is written and the end read, and the other way round, with no fence in between. */
    UNFENCED("CancelDerive", RacySteps.Unfenced::new),
    /** A child that is born done asks for the end of its parent before it tries to link itself. */
    BORN_BY_AN_OLD_LOOK("CancelDerive", e -> new PlainSteps(e) {
        @Override
        protected void link(PlainNode holder, PlainNode node) {
            PlainEnd seen = holder.end;
            Window.open();
            node.holder = holder;
            if (!add(holder, node)) {
                end(node, seen == null ? cancelled(null) : inherited(node, seen));
            }
        }
    }),
    /** A timer that starts while its context ends is kept without a second look. */
    TIMER_LEFT("CancelArm", e -> new PlainSteps(e) {
        @Override
        protected void keep(PlainNode node, Runnable letGo) {
            Window.open();
            node.kept = List.of(letGo);
        }
    }),
    /** The loser of a cancel and an expiry leaves its cause. */
    MIXED_PAIR("CancelExpiry", e -> new PlainSteps(e) {
        @Override
        protected boolean end(PlainNode top, PlainEnd end) {
            boolean live = top.end == null;
            Window.open();
            boolean first = super.end(top, end);
            if (live && !first) {
                top.end = new PlainEnd(Objects.requireNonNull(top.end).err(), end.cause());
            }
            return first;
        }
    }),
    /** The err is published first, and the cause after it. */
    CAUSE_LATE("CauseRead", e -> new PlainSteps(e) {
        @Override
        protected Set<Object> publish(PlainNode node, PlainEnd end) {
            node.end = endOf(end.err(), null);
            Window.open();
            return super.publish(node, end);
        }
    }),
    /** Done is a field of its own, written before the err. */
    DONE_BEFORE_ERR("ErrDone", e -> new RacySteps.TwoFields(e, true)),
    /** Done is a field of its own, written after the err. */
    ERR_BEFORE_DONE("ErrDone", e -> new RacySteps.TwoFields(e, false)),
    /** Done is a plain field, which a compiler reads once for a whole loop. */
    NOT_VOLATILE("SpinUntilDone", RacySteps.Plain::new),
    /** The done is made by whoever asks first, without a compare-and-set. */
    LAZY_DONE("LazyDone", e -> new PlainSteps(e) {
        @Override
        protected PlainNode make(PlainContext parent, String name, @Nullable Deadline deadline) {
            return new RacyNode.Lazy(this, name, parent, deadline);
        }
    }),
    /** Both a registration that meets the end and the walk run the callback. */
    RUN_TWICE("CancelRegister", e -> new PlainSteps(e) {
        @Override
        protected boolean add(PlainNode node, Object link) {
            boolean added = super.add(node, link);
            Window.open();
            return added && !(link instanceof PlainCallback && node.end != null);
        }
    }),
    /** A stop answers by a look that it took before it had the lock. */
    RUNS_THOUGH_STOPPED("StopCancel", e -> new PlainSteps(e) {
        @Override
        protected boolean stopCallback(PlainCallback callback) {
            boolean free = !callback.taken;
            Window.open();
            super.stopCallback(callback);
            return free;
        }
    }),
    /** Two stops look at the callback without the lock. */
    TWO_STOPS("StopStop", e -> new PlainSteps(e) {
        @Override
        protected boolean stopCallback(PlainCallback callback) {
            boolean free = take(callback);
            if (free && callback.holder != null) {
                remove(callback.holder, callback);
            }
            return free;
        }
    }),
    /** Links are copied and replaced without the lock. */
    LOST_LINK("DeriveDerive", e -> new PlainSteps(e) {
        @Override
        protected boolean add(PlainNode node, Object link) {
            if (node.end != null) {
                return false;
            }
            Set<Object> more = new LinkedHashSet<>(node.links);
            more.add(link);
            Window.open();
            node.links = more;
            return true;
        }
    }),
    /** A child takes itself out of a copy of the links, without the lock. */
    LEAVERS_COLLIDE("UnlinkUnlink", e -> new PlainSteps(e) {
        @Override
        protected void unlink(PlainNode node) {}

        @Override
        protected boolean end(PlainNode top, PlainEnd end) {
            PlainNode holder = top.holder;
            if (holder != null && holder.end == null) {
                Set<Object> fewer = new LinkedHashSet<>(holder.links);
                fewer.remove(top);
                Window.open();
                holder.links = fewer;
            }
            return super.end(top, end);
        }
    }),
    /** A hook that fires before the child is told that it is registered is not heard. */
    HOOK_LOST("ForeignHook", RacyOutside.LostHook::new),
    /** A watcher that is let go before it waits drops the interrupt. */
    WATCHER_LEFT("WatcherRelease", RacyOutside.LeftWatcher::new),
    /** Whether a merged context lives is looked at before the lock is taken, and not again. Ends wait for a merge. */
    JOINED_TOO_LATE("MergeDerive", e -> new PlainSteps(e) {
        @Override
        protected boolean end(PlainNode top, PlainEnd end) {
            Window.open();
            return super.end(top, end);
        }

        @Override
        protected boolean join(PlainNode parent, PlainNode merged) {
            if (merged.end != null) {
                return false;
            }
            Window.open();
            List<PlainNode> others = new ArrayList<>(merged.others);
            others.add(parent);
            merged.others = others;
            return add(parent, merged);
        }
    }),
    /** The end of a bound call is not told to whoever is about to interrupt it. */
    LATE_INTERRUPT("CallReturns", RacyOutside.LateInterrupt::new),
    /** Two-phase ends, declared as atomic ones. */
    CLAIMS_ATOMIC("ReaderSeesParent", true, PlainSteps::new),
    /** A node shows its end as soon as it is marked. */
    LOOKS_PAST_THE_MARK("ReaderSeesParent", true, e -> new AtomicSteps(e) {
        @Override
        protected boolean ended(PlainNode node) {
            return node.end != null;
        }
    }),
    /** An end is shown when its topmost node is marked. */
    SHOWN_TOO_EARLY("ReaderSeesParent", true, e -> new AtomicSteps(e) {
        @Override
        protected Set<Object> publish(PlainNode node, PlainEnd end) {
            Set<Object> links = super.publish(node, end);
            show();
            return links;
        }
    }),
    /** What is derived from a node that is marked is born ended, though the end is not shown yet. */
    BORN_TOO_EARLY("ReaderSeesChild", true, e -> new AtomicSteps(e) {
        @Override
        protected Set<Object> publish(PlainNode node, PlainEnd end) {
            Window.open();
            return super.publish(node, end);
        }

        @Override
        protected void link(PlainNode holder, PlainNode node) {
            PlainEnd mark = holder.end;
            if (mark == null) {
                super.link(holder, node);
            } else {
                node.end = new PlainEnd(mark.err(), mark.cause());
            }
        }
    });

    private final String race;
    private final boolean atomic;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<Environment, PlainSteps> steps;

    RaceMutant(String race, Function<Environment, PlainSteps> steps) {
        this(race, false, steps);
    }

    RaceMutant(String race, boolean atomic, Function<Environment, PlainSteps> steps) {
        this.race = race;
        this.atomic = atomic;
        this.steps = steps;
    }

    /** The race that has to see it. */
    public String race() {
        return race;
    }

    /** What to choose it by in a forked JVM. */
    public String kitName() {
        return RaceMutant.class.getName() + "#" + name();
    }

    /** The name of the kit that it differs from by one step. */
    public String soundKitName() {
        return (atomic ? AtomicKit.class : PlainKit.class).getName();
    }

    @Override
    public ContextKit<?> get() {
        String kit = "plain, " + name();
        return atomic ? new AtomicKit(kit, steps) : new PlainKit(kit, steps);
    }
}
