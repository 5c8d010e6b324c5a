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
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Plain contexts that are correct on one thread and wrong on two. Each has one step that races, and names the race that
 * has to find it. If the two halves of the step are only a few instructions apart, a {@link Window} between them makes
 * two processors meet there.
 */
public enum RaceMutant implements Supplier<ContextKit<?>> {
    /** Every cancel that saw the context live returns true. */
    TWO_WINNERS("CancelCancel", e -> new PlainSteps(e) {
        @Override
        protected boolean end(PlainNode top, PlainEnd end) {
            boolean live = top.end == null;
            Window.open();
            super.end(top, end);
            return live;
        }
    }),
    /** A cancel that loses does not wait until everything below has ended. */
    LOSER_EARLY("LoserWaits", e -> new PlainSteps(e) {
        @Override
        protected boolean end(PlainNode top, PlainEnd end) {
            return top.end == null && super.end(top, end);
        }
    }),
    /** An end that saw the context live and then lost overwrites the end of the winner. */
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
    /** A child checks its parent before it takes the lock, but not under the lock. */
    LOST_CHILD("CancelDerive", e -> new RacySteps.Unchecked(e, PlainNode.class)),
    /** A registration checks its context before it takes the lock, but not under the lock. */
    LOST_CALLBACK("CancelRegister", e -> new RacySteps.Unchecked(e, PlainCallback.class)),
    /** A wait checks its context before it takes the lock, but not under the lock. */
    LOST_WAKE_UP("PublishAwait", e -> new RacySteps.Unchecked(e, CountDownLatch.class)),
    /** One thread writes a link and reads the end, another writes the end and reads the link, without a fence. */
    UNFENCED("CancelDerive", RacySteps.Unfenced::new),
    /** A child that is born done takes the end that its parent had before the child tried to link itself. */
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
    /** A timer that starts while its context ends is not stopped. */
    TIMER_LEFT("CancelArm", e -> new PlainSteps(e) {
        @Override
        protected void keep(PlainNode node, Runnable release) {
            Window.open();
            node.kept = List.of(release);
        }
    }),
    /** Of a cancel and an expiry, the loser sets the cause. */
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
    /** The err is published before the cause. */
    CAUSE_LATE("CauseRead", e -> new PlainSteps(e) {
        @Override
        protected Set<Object> publish(PlainNode node, PlainEnd end) {
            node.end = endOf(end.err(), null);
            Window.open();
            return super.publish(node, end);
        }
    }),
    /** Done is a second field, written before the err. */
    DONE_BEFORE_ERR("ErrDone", e -> new RacySteps.TwoFields(e, true)),
    /** Done is a second field, written after the err. */
    ERR_BEFORE_DONE("ErrDone", e -> new RacySteps.TwoFields(e, false)),
    /** Done is not volatile, so a compiler may read it once for a whole loop. */
    NOT_VOLATILE("SpinUntilDone", RacySteps.Plain::new),
    /** The first read makes the done object, without a compare-and-set. */
    LAZY_DONE("LazyDone", e -> new PlainSteps(e) {
        @Override
        protected PlainNode make(PlainContext parent, String name, @Nullable Deadline deadline) {
            return new RacyNode.Lazy(this, name, parent, deadline);
        }
    }),
    /** A callback that is registered during the end is run by the registration and by the walk. */
    RUN_TWICE("CancelRegister", e -> new PlainSteps(e) {
        @Override
        protected boolean add(PlainNode node, Object link) {
            boolean added = super.add(node, link);
            Window.open();
            return added && !(link instanceof PlainCallback && node.end != null);
        }
    }),
    /** A stop returns what it saw before it took the lock. */
    RUNS_THOUGH_STOPPED("StopCancel", e -> new PlainSteps(e) {
        @Override
        protected boolean stopCallback(PlainCallback callback) {
            boolean free = !callback.taken;
            Window.open();
            super.stopCallback(callback);
            return free;
        }
    }),
    /** A stop checks the callback without the lock. */
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
    LOST_LINK("DeriveDerive", RacyLinks.LostLink::new),
    /** A child removes itself from a copy of the links, without the lock. */
    LEAVERS_COLLIDE("UnlinkUnlink", RacyLinks.LeaversCollide::new),
    /** A hook that fires before its registration has returned is ignored. */
    HOOK_LOST("ForeignHook", RacyOutside.LostHook::new),
    /** A watcher that is released before it waits drops the interrupt. */
    WATCHER_LEFT("WatcherRelease", RacyOutside.LeftWatcher::new),
    /** A merge checks the merged context before it takes the lock, but not under the lock. */
    JOINED_TOO_LATE("MergeDerive", RacyLinks.JoinedTooLate::new),
    /** A call that returns does not stop an interrupt that is about to be sent. */
    LATE_INTERRUPT("CallReturns", RacyOutside.LateInterrupt::new),
    /** The kit declares atomic ends, but they are two-phase. */
    CLAIMS_ATOMIC("ReaderSeesParent", true, PlainSteps::new),
    /** A node shows its end as soon as it is marked, before the walk has marked all nodes. */
    LOOKS_PAST_THE_MARK("ReaderSeesParent", true, RacyAtomicSteps.LooksPastTheMark::new),
    /** An end becomes visible when its topmost node is marked. */
    SHOWN_TOO_EARLY("ReaderSeesParent", true, RacyAtomicSteps.ShownTooEarly::new),
    /** A child of a marked node is born ended, before the end is visible. */
    BORN_TOO_EARLY("ReaderSeesChild", true, RacyAtomicSteps.BornTooEarly::new);

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

    /** Returns the name of the race that has to find it. */
    public String race() {
        return race;
    }

    /** Returns the name that chooses it in a forked JVM. */
    public String kitName() {
        return RaceMutant.class.getName() + "#" + name();
    }

    /** Returns the name of the correct kit, from which it differs by one step. */
    public String soundKitName() {
        return (atomic ? AtomicKit.class : PlainKit.class).getName();
    }

    @Override
    public ContextKit<?> get() {
        String kit = "plain, " + name();
        return atomic ? new AtomicKit(kit, steps) : new PlainKit(kit, steps);
    }
}
