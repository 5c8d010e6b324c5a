package dev.cascata.conformance.checks;

import static dev.cascata.conformance.rules.CallbackRule.CALLBACK_10;
import static dev.cascata.conformance.rules.CallbackRule.CALLBACK_20;
import static dev.cascata.conformance.rules.CancelRule.CANCEL_12;
import static dev.cascata.conformance.rules.CancelRule.CANCEL_13;
import static dev.cascata.conformance.rules.ScaleRule.SCALE_3;

import dev.cascata.conformance.rules.Capability;
import dev.cascata.context.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** What a second thread can do while a callback runs. */
final class ThreadChecks {
    private static final String NO_LOCK = "no lock is held while a callback runs";
    private static final String ENDED_ONCE = "its context ended once";

    private record Target(String name, String words, Function<Tree, Handle> of) {}

    private record Act(String name, String words, Consumer<Handle> on) {}

    private static final List<Target> TARGETS = List.of(
            new Target("context", "its context", t -> t.context),
            new Target("parent", "the parent", t -> t.parent),
            new Target("child", "a child", t -> t.child));

    private static final List<Act> ACTS = List.of(
            new Act("reads", "reads", Handle::readAll),
            new Act("registers", "registers on", c -> c.afterFunc(() -> {})),
            new Act("derives", "derives from", Handle::withCancel),
            new Act("cancels", "cancels", Handle::cancel));

    private ThreadChecks() {}

    static List<Check> all() {
        List<Check> checks = new ArrayList<>();
        for (Act act : ACTS) {
            for (Target target : TARGETS) {
                checks.add(Check.directed(
                                CALLBACK_20,
                                "second-thread-" + act.name() + "-" + target.name(),
                                "A callback, run within the call that ends its context, waits for a second thread that "
                                        + act.words() + " " + target.words() + ".",
                                NO_LOCK,
                                s -> whileCallbackRuns(s, act, target))
                        .needing(Capability.THREADS));
            }
        }
        checks.addAll(others());
        return checks;
    }

    private static List<Check> others() {
        return List.of(
                Check.directed(
                        CALLBACK_20,
                        "second-thread-after-late-registration",
                        "A callback registered on a done context runs at once and waits for a second thread that reads and cancels.",
                        NO_LOCK,
                        ThreadChecks::whileLateCallbackRuns),
                Check.directed(
                        CALLBACK_20,
                        "crossing-callbacks",
                        "Two threads cancel two contexts at once. The callback of each cancels the other context while the other callback runs.",
                        NO_LOCK,
                        ThreadChecks::crossing),
                Check.directed(
                        CANCEL_12,
                        "cancel-does-not-wait",
                        "A callback blocks on a thread of its own, and the cancel that triggered it returns.",
                        "a cancel ends its context before it returns",
                        ThreadChecks::cancelDoesNotWait),
                Check.directed(
                        CANCEL_13,
                        "woken-code-cancels-child",
                        "A callback of the parent makes a second thread cancel a child while the cancel of the parent is still running.",
                        "a callback may cancel a child while the cancel of its parent is running",
                        ThreadChecks::wokenCodeCancels),
                Check.directed(
                        CALLBACK_10,
                        "stop-does-not-wait",
                        "A callback blocks on a thread of its own, and a stop of it returns.",
                        "the callback is running, so a stop cannot prevent it",
                        ThreadChecks::stopDoesNotWait),
                Check.directed(
                        SCALE_3,
                        "reads-while-callback-blocks",
                        "A callback that runs within a cancel delays it; a second thread reads every context of the tree.",
                        "a cancel ends every descendant before it returns",
                        ThreadChecks::readsWhileWalkIsHeldUp));
    }

    private static void whileCallbackRuns(Stage s, Act act, Target target) {
        Tree tree = new Tree(s, Stage.DIRECT);
        tree.child.afterFunc(() -> {});
        Probe callback = new Probe(
                s,
                () -> Elsewhere.run(s, act.words() + " " + target.words(), NO_LOCK, () -> {
                    act.on().accept(target.of().apply(tree));
                    return true;
                }));
        tree.context.afterFunc(callback);
        tree.context.cancel();
        s.throwDeferred();
        s.because(ENDED_ONCE).expectEqual("runs of the callback", 1, callback.runs());
    }

    private static void whileLateCallbackRuns(Stage s) {
        Tree tree = new Tree(s, Stage.DIRECT);
        tree.context.cancel();
        Probe callback = new Probe(
                s,
                () -> Elsewhere.run(s, "reads and cancels the context and the parent", NO_LOCK, () -> {
                    tree.context.readAll();
                    tree.parent.readAll();
                    tree.context.cancel();
                    return tree.parent.cancel();
                }));
        tree.context.afterFunc(callback);
        s.throwDeferred();
        s.because(ENDED_ONCE).expectEqual("runs of the callback", 1, callback.runs());
    }

    private static void crossing(Stage s) {
        Handle one = s.root(Stage.DIRECT).withCancel();
        Handle two = s.root(Stage.DIRECT).withCancel();
        CountDownLatch both = new CountDownLatch(2);
        one.afterFunc(new Probe(s, () -> meetThenCancel(both, two)));
        two.afterFunc(new Probe(s, () -> meetThenCancel(both, one)));
        Elsewhere<Boolean> other = Elsewhere.start(s, "cancels the other context", two::cancel);
        one.cancel();
        other.join(NO_LOCK);
        s.because("it was cancelled").expectDone("the one context", one);
        s.because("it was cancelled").expectDone("the other context", two);
    }

    private static void meetThenCancel(CountDownLatch both, Handle other) {
        both.countDown();
        Latches.await(both);
        other.cancel();
    }

    private static void cancelDoesNotWait(Stage s) {
        blocked(s, (context, stop) -> s.expectDone("the context, after its cancel returned", context));
    }

    private static void stopDoesNotWait(Stage s) {
        blocked(s, (context, stop) -> {
            boolean stopped =
                    Elsewhere.run(s, "stops the callback", "a stop does not wait for a running callback", stop::stop);
            boolean wrong = stopped && s.declares(Capability.STOP_RESULT);
            s.expect(!wrong, "result of the stop of a running callback", false, true);
        });
    }

    /** Runs {@code meanwhile} while a callback of a cancelled context is blocked on a thread of its own. */
    private static void blocked(Stage s, BiConsumer<Handle, Registration> meanwhile) {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Executor threads = task -> Elsewhere.start(s, "runs a callback", () -> {
            task.run();
            return true;
        });
        Handle context = s.root(threads).withCancel();
        Probe callback = new Probe(s, () -> {
            running.countDown();
            Latches.await(release);
        });
        try {
            Registration stop = context.afterFunc(callback);
            Elsewhere<Boolean> cancel = Elsewhere.start(s, "cancels the context", context::cancel);
            if (!s.declares(Capability.INLINE_CALLBACKS)) {
                cancel.join("a cancel does not wait for callbacks on other threads");
            }
            Latches.await(running);
            meanwhile.accept(context, stop);
        } finally {
            release.countDown();
        }
    }

    private static void wokenCodeCancels(Stage s) {
        Tree tree = new Tree(s, Stage.DIRECT);
        Probe callback = new Probe(s, () -> Elsewhere.run(s, "cancels a child", NO_LOCK, tree.context::cancel));
        tree.parent.afterFunc(callback);
        tree.parent.cancel(tree.first);
        s.throwDeferred();
        s.because("it was cancelled").expectDone("the child", tree.context);
        s.because(ENDED_ONCE).expectEqual("runs of the callback", 1, callback.runs());
    }

    private static void readsWhileWalkIsHeldUp(Stage s) {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Tree tree = new Tree(s, Stage.DIRECT);
        tree.context.afterFunc(new Probe(s, () -> {
            held.countDown();
            Latches.await(release);
        }));
        Elsewhere<Boolean> cancel = Elsewhere.start(s, "cancels the parent", tree.parent::cancel);
        try {
            Latches.await(held);
            Elsewhere.run(s, "reads every context of the tree", "a read takes no lock that a cancel holds", () -> {
                List.of(tree.parent, tree.context, tree.child, tree.sibling).forEach(Handle::readAll);
                return true;
            });
        } finally {
            release.countDown();
        }
        cancel.join();
        s.expectDone("the child", tree.child);
    }
}
