package dev.cascata.conformance.checks;

import static dev.cascata.conformance.rules.CallbackRule.CALLBACK_18;

import dev.cascata.conformance.rules.Capability;
import dev.cascata.context.Registration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Inside a callback every operation works, on its own context and on other contexts. Each scenario is played twice: with
 * callbacks that run later, and with callbacks that run within the call that ends the context.
 */
final class ReentrancyChecks {
    private static final String ENDS_WITH_PARENT = "a child ends with its parent, with the same cause";
    private static final String RUNS_ONCE = "a callback runs once, when its context has ended";
    private static final String PREVENTED = "the callback had not started, so the stop prevented it";

    /** What the callback does, and what is expected after its context was cancelled. */
    private record Row(String name, String scenario, String why, Consumer<Tree> act, Consumer<Tree> verify) {

        Check check() {
            return Check.directed(CALLBACK_18, "inside-callback-" + name, scenario, why, stage -> {
                play(new Tree(stage, null));
                play(new Tree(stage, Stage.DIRECT));
            });
        }

        private void play(Tree tree) {
            Probe callback = new Probe(tree.stage, () -> act.accept(tree));
            Registration stop = tree.context.afterFunc(callback);
            tree.stop = tree.stop == null ? stop : tree.stop;
            tree.context.cancel(tree.first);
            tree.stage.settle();
            tree.stage.throwDeferred();
            tree.stage.because("its context ended once").expectEqual("runs of the callback", 1, callback.runs());
            verify.accept(tree);
            tree.stage.because("the first cancel ended it").expectCause("the context", tree.first, tree.context);
        }
    }

    private static final List<Row> CANCEL = List.of(
            new Row(
                    "cancel-itself",
                    "A callback cancels its own context, which is done.",
                    "the context was done before its callback ran",
                    t -> t.answer = t.context.cancel(t.second),
                    t -> returned(t, false)),
            new Row(
                    "cancel-child",
                    "A callback cancels a child of its context, which ended with it.",
                    "a child ends with its parent",
                    t -> t.answer = t.child.cancel(t.second),
                    ReentrancyChecks::endedWithItsParent),
            new Row(
                    "cancel-parent",
                    "A callback cancels the parent of its context, and a sibling ends with the parent.",
                    "the parent was live, and a cancel ends every descendant",
                    t -> t.answer = t.parent.cancel(t.second),
                    t -> {
                        returned(t, true);
                        t.stage.expectDone("the sibling", t.sibling);
                        t.stage.expectCause("the sibling", t.second, t.sibling);
                    }),
            new Row(
                    "cancel-other-tree",
                    "A callback cancels a context of another tree.",
                    "the other context was live",
                    t -> t.answer = t.other.cancel(t.second),
                    t -> {
                        returned(t, true);
                        t.stage.expectDone("the other context", t.other);
                        t.stage.because("a cancel reaches only descendants").expectLive("the parent", t.parent);
                    }));

    private static final List<Row> DERIVE = List.of(
            new Row(
                    "derive-itself",
                    "A callback derives from its own context, which is done.",
                    "a child of a done context is done from the start, with the same cause",
                    t -> t.made = t.context.withCancel(),
                    t -> {
                        t.stage.expectDone("the new child", made(t));
                        t.stage.expectCause("the new child", t.first, made(t));
                    }),
            new Row(
                    "derive-parent",
                    "A callback derives from the parent, which is live and is cancelled later.",
                    ENDS_WITH_PARENT,
                    t -> t.made = t.parent.withCancel(),
                    t -> followsItsParent(t, t.parent)),
            new Row(
                    "derive-other-tree",
                    "A callback derives from a context of another tree, which is cancelled later.",
                    ENDS_WITH_PARENT,
                    t -> t.made = t.other.withCancel(),
                    t -> followsItsParent(t, t.other)));

    private static final List<Row> REGISTER = List.of(
            new Row(
                    "register-itself",
                    "A callback registers another one on its own context, which is done.",
                    "a callback registered on a done context runs at once",
                    t -> t.context.afterFunc(newProbe(t)),
                    t -> runs(t, 1, "a callback registered on a done context runs at once")),
            new Row(
                    "register-parent",
                    "A callback registers another one on the parent, which is cancelled later.",
                    RUNS_ONCE,
                    t -> t.parent.afterFunc(newProbe(t)),
                    t -> runsOnceAfter(t, t.parent)),
            new Row(
                    "register-other-tree",
                    "A callback registers another one in another tree, which is cancelled later.",
                    RUNS_ONCE,
                    t -> t.other.afterFunc(newProbe(t)),
                    t -> runsOnceAfter(t, t.other)));

    private static final List<Row> STOP = List.of(
            new Row(
                    "stop-itself",
                    "A callback stops its own registration.",
                    "the callback is running, so a stop cannot prevent it",
                    t -> t.answer = Objects.requireNonNull(t.stop).stop(),
                    t -> stopReturned(t, false)),
            new Row(
                    "stop-parent",
                    "A callback stops another one that waits on the parent; then the parent is cancelled.",
                    PREVENTED,
                    t -> t.answer = t.parent.afterFunc(newProbe(t)).stop(),
                    t -> neverRunsAfter(t, t.parent)),
            new Row(
                    "stop-other-tree",
                    "A callback stops another one that waits in another tree; then that tree is cancelled.",
                    PREVENTED,
                    t -> t.answer = t.other.afterFunc(newProbe(t)).stop(),
                    t -> neverRunsAfter(t, t.other)));

    private ReentrancyChecks() {}

    static List<Check> all() {
        return Stream.of(CANCEL, DERIVE, REGISTER, STOP)
                .flatMap(List::stream)
                .map(Row::check)
                .toList();
    }

    private static Handle made(Tree tree) {
        return Objects.requireNonNull(tree.made, "the callback has run");
    }

    private static Probe newProbe(Tree tree) {
        Probe probe = new Probe(tree.stage);
        tree.probe = probe;
        return probe;
    }

    private static void returned(Tree tree, boolean expected) {
        if (tree.stage.declares(Capability.CANCEL_RESULT)) {
            tree.stage.expectEqual("result of the cancel inside the callback", expected, tree.answer);
        }
    }

    /** Without TWO_PHASE, the cancel inside the callback may reach the child before the first cancel does. */
    private static void endedWithItsParent(Tree tree) {
        tree.stage.expectDone("the child", tree.child);
        if (tree.stage.declares(Capability.TWO_PHASE)) {
            returned(tree, false);
            tree.stage
                    .because("with TWO_PHASE it was marked before any callback ran")
                    .expectCause("the child", tree.first, tree.child);
        }
    }

    private static void stopReturned(Tree tree, boolean expected) {
        if (tree.stage.declares(Capability.STOP_RESULT)) {
            tree.stage.expectEqual("result of the stop inside the callback", expected, tree.answer);
        }
    }

    private static void followsItsParent(Tree tree, Handle above) {
        tree.stage.because("its parent is live").expectLive("the new child", made(tree));
        above.cancel(tree.second);
        tree.stage.expectDone("the new child", made(tree));
        tree.stage.expectCause("the new child", tree.second, made(tree));
    }

    private static void runs(Tree tree, int expected, String why) {
        int actual = Objects.requireNonNull(tree.probe).runs();
        tree.stage.because(why).expectEqual("runs of the callback registered inside the callback", expected, actual);
    }

    private static void runsOnceAfter(Tree tree, Handle above) {
        runs(tree, 0, "its context is live");
        above.cancel(tree.second);
        tree.stage.settle();
        runs(tree, 1, RUNS_ONCE);
    }

    private static void neverRunsAfter(Tree tree, Handle above) {
        stopReturned(tree, true);
        above.cancel(tree.second);
        tree.stage.settle();
        runs(tree, 0, "a stopped callback never runs");
    }
}
