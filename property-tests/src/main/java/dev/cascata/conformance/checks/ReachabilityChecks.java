package dev.cascata.conformance.checks;

import static dev.cascata.conformance.rules.CallbackRule.CALLBACK_22;
import static dev.cascata.conformance.rules.LinkRule.LINK_11;
import static dev.cascata.conformance.rules.LinkRule.LINK_4;
import static dev.cascata.conformance.rules.LinkRule.LINK_6;
import static dev.cascata.conformance.rules.LinkRule.LINK_7;

import dev.cascata.conformance.kit.ForeignShape;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.context.Registration;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** What the garbage collector must be able to collect, and what it must not. */
final class ReachabilityChecks {
    private static final int MANY = 100;
    private static final long HOUR = 3_600_000;

    private static final String DONE_CHILD = "a done child cannot end again, so its parent needs no reference to it";
    private static final String NO_TIMER =
            "the timer of a done context never fires, so nothing needs a reference to it";

    private ReachabilityChecks() {}

    static List<Check> all() {
        List<Check> checks = new ArrayList<>(roots());
        checks.addAll(children());
        checks.addAll(timers());
        return checks;
    }

    private static List<Check> roots() {
        return List.of(
                Check.resource(
                        LINK_4,
                        "child-of-root-collected",
                        "Children of a root are made and dropped while they are live.",
                        "a root never ends, so it needs no reference to its children",
                        s -> collected(s, s.root(), Handle::withCancel, c -> {})),
                Check.resource(
                                LINK_4,
                                "child-of-detached-collected",
                                "Children of a detached context below a live one are made and dropped while they are live.",
                                "a detached context never ends, so it needs no reference to its children",
                                s -> {
                                    Handle live = s.root().withCancel();
                                    collected(s, live.withoutCancel(), Handle::withCancel, c -> {});
                                    s.because("nothing ended it").expectLive("the context at the top", live);
                                })
                        .needing(Capability.DETACH));
    }

    private static List<Check> children() {
        return List.of(
                Check.resource(
                        LINK_6,
                        "done-parent-drops-children",
                        "A parent with children is cancelled and kept; the children are dropped.",
                        "a done context has no child left to end, so it needs no reference to one",
                        ReachabilityChecks::doneParentDropsChildren),
                Check.resource(
                        LINK_11,
                        "cancelled-children-collected",
                        "Children of a live parent are cancelled and dropped.",
                        DONE_CHILD,
                        s -> collected(s, s.root().withCancel(), Handle::withCancel, Handle::cancel)),
                Check.resource(
                                LINK_11,
                                "cancelled-children-with-callbacks-collected",
                                "Children of a live parent, each with a callback, are cancelled and dropped.",
                                DONE_CHILD,
                                s -> collected(s, s.root().withCancel(), Handle::withCancel, c -> {
                                    c.afterFunc(() -> {});
                                    c.cancel();
                                    s.settle();
                                }))
                        .needing(Capability.CALLBACKS),
                Check.resource(
                                LINK_11,
                                "stopped-callbacks-collected",
                                "Callbacks on a live context are stopped and dropped.",
                                "a stopped callback never runs, so nothing needs a reference to it",
                                ReachabilityChecks::stoppedCallbacks)
                        .needing(Capability.CALLBACKS),
                Check.resource(
                                LINK_11,
                                "children-of-hook-collected",
                                "Children of a live foreign parent with a hook are cancelled and dropped.",
                                DONE_CHILD,
                                s -> collected(
                                        s,
                                        s.root().withCancel().foreign(ForeignShape.HOOK),
                                        Handle::withCancel,
                                        Handle::cancel))
                        .needing(Capability.FOREIGN_PARENTS, Capability.CALLBACKS));
    }

    private static List<Check> timers() {
        return List.of(
                Check.resource(
                                LINK_11,
                                "expired-children-collected",
                                "Children of a live parent expire and are dropped.",
                                DONE_CHILD,
                                s -> collected(
                                        s,
                                        s.root().withCancel(),
                                        p -> p.withDeadline(s.time().nanos() / 1_000_000 + 5),
                                        c -> s.advance(5)))
                        .needing(Capability.DEADLINES, Capability.VIRTUAL_TIME),
                Check.resource(
                        LINK_7,
                        "cancelled-timer-collected",
                        "Contexts with a timeout of an hour are cancelled and dropped.",
                        NO_TIMER,
                        s -> collected(s, s.root(), p -> p.withDeadline(HOUR), Handle::cancel)),
                Check.resource(
                        LINK_7,
                        "timer-of-cancelled-parent-collected",
                        "Contexts with a timeout of an hour end with their parent and are dropped.",
                        NO_TIMER,
                        ReachabilityChecks::timersOfCancelledParent),
                Check.resource(
                                CALLBACK_22,
                                "unreferenced-callback-runs",
                                "Callbacks are registered below a deadline, without a reference from the program. The heap is collected, and time passes.",
                                "the deadline passes whether or not the program refers to the context",
                                ReachabilityChecks::unreferencedCallbackRuns)
                        .needing(Capability.VIRTUAL_TIME));
    }

    /** Makes many contexts, ends each, drops all, and counts those that are still in memory. */
    private static void collected(Stage s, Handle parent, Function<Handle, Handle> make, Consumer<Handle> end) {
        List<WeakReference<Object>> dropped = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            Handle child = make.apply(parent);
            end.accept(child);
            dropped.add(child.weak());
        }
        s.expectEqual("contexts, of " + MANY + ", that are still in memory", 0, Heap.left(s, dropped));
        s.because("nothing ended it").expectLive("the parent", parent);
    }

    private static void doneParentDropsChildren(Stage s) {
        Handle parent = s.root().withCancel();
        List<WeakReference<Object>> dropped = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            dropped.add(parent.withCancel().weak());
        }
        parent.cancel();
        s.expectEqual("children, of " + MANY + ", that are still in memory", 0, Heap.left(s, dropped));
        s.because("it was cancelled").expectDone("the parent", parent);
    }

    private static void stoppedCallbacks(Stage s) {
        Handle context = s.root().withCancel();
        List<WeakReference<Object>> dropped = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            Runnable callback = new Probe(s);
            Registration stop = context.afterFunc(callback);
            stop.stop();
            dropped.add(new WeakReference<>(callback));
        }
        s.expectEqual("callbacks, of " + MANY + ", that are still in memory", 0, Heap.left(s, dropped));
        s.because("nothing ended it").expectLive("the context", context);
    }

    private static void timersOfCancelledParent(Stage s) {
        List<WeakReference<Object>> dropped = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            Handle parent = s.root().withCancel();
            dropped.add(parent.withDeadline(HOUR).weak());
            parent.cancel();
        }
        s.expectEqual("contexts, of " + MANY + ", that are still in memory", 0, Heap.left(s, dropped));
    }

    private static void unreferencedCallbackRuns(Stage s) {
        Probe callback = new Probe(s);
        for (int i = 0; i < MANY; i++) {
            s.root().withDeadline(5).withCancel().afterFunc(callback);
        }
        Heap.collect(s);
        s.advance(5);
        s.expectEqual("runs of the callbacks", MANY, callback.runs());
    }
}
