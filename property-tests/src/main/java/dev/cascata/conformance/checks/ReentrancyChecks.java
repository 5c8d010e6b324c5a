package dev.cascata.conformance.checks;

import static dev.cascata.conformance.rules.CallbackRule.CALLBACK_18;

import dev.cascata.conformance.rules.Capability;
import dev.cascata.context.Registration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Inside a callback every operation works, on its own context and on others. Each scenario is played twice: with
 * callbacks that run later, and with callbacks that run within the call that ends the context.
 */
final class ReentrancyChecks {
    /** What the callback does, and what has to be so once its context was cancelled. */
    private record Row(String name, String scenario, Consumer<Tree> act, Consumer<Tree> verify) {

        Check check() {
            return Check.directed(CALLBACK_18, "inside-callback-" + name, scenario, stage -> {
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
            tree.stage.expectEqual("runs of the callback", 1, callback.runs());
            verify.accept(tree);
            tree.stage.expectCause("the context", tree.first, tree.context);
        }
    }

    private static final List<Row> CANCEL = List.of(
            new Row(
                    "cancel-itself",
                    "A callback cancels its own context, which has ended.",
                    t -> t.answer = t.context.cancel(t.second),
                    t -> answers(t, false)),
            new Row(
                    "cancel-child",
                    "A callback cancels a child of its context, which has ended with it.",
                    t -> t.answer = t.child.cancel(t.second),
                    ReentrancyChecks::endedWithItsParent),
            new Row(
                    "cancel-parent",
                    "A callback cancels the parent of its context: the sibling ends with the parent.",
                    t -> t.answer = t.parent.cancel(t.second),
                    t -> {
                        answers(t, true);
                        t.stage.expectDone("the sibling", t.sibling);
                        t.stage.expectCause("the sibling", t.second, t.sibling);
                    }),
            new Row(
                    "cancel-other-tree",
                    "A callback cancels a context of another tree.",
                    t -> t.answer = t.other.cancel(t.second),
                    t -> {
                        answers(t, true);
                        t.stage.expectDone("the other context", t.other);
                        t.stage.expectLive("the parent", t.parent);
                    }));

    private static final List<Row> DERIVE = List.of(
            new Row(
                    "derive-itself",
                    "A callback derives from its own context, which has ended.",
                    t -> t.made = t.context.withCancel(),
                    t -> {
                        t.stage.expectDone("the new child", made(t));
                        t.stage.expectCause("the new child", t.first, made(t));
                    }),
            new Row(
                    "derive-parent",
                    "A callback derives from the parent, which lives and is cancelled later.",
                    t -> t.made = t.parent.withCancel(),
                    t -> followsItsParent(t, t.parent)),
            new Row(
                    "derive-other-tree",
                    "A callback derives from a context of another tree, which is cancelled later.",
                    t -> t.made = t.other.withCancel(),
                    t -> followsItsParent(t, t.other)));

    private static final List<Row> REGISTER = List.of(
            new Row(
                    "register-itself",
                    "A callback registers another on its own context, which has ended: that runs.",
                    t -> t.context.afterFunc(newProbe(t)),
                    t -> runs(t, 1)),
            new Row(
                    "register-parent",
                    "A callback registers another on the parent, which is cancelled later: that runs then.",
                    t -> t.parent.afterFunc(newProbe(t)),
                    t -> runsOnceAfter(t, t.parent)),
            new Row(
                    "register-other-tree",
                    "A callback registers another on a context of another tree: that runs at its end.",
                    t -> t.other.afterFunc(newProbe(t)),
                    t -> runsOnceAfter(t, t.other)));

    private static final List<Row> STOP = List.of(
            new Row(
                    "stop-itself",
                    "A callback stops its own registration: too late.",
                    t -> t.answer = Objects.requireNonNull(t.stop).stop(),
                    t -> stops(t, false)),
            new Row(
                    "stop-parent",
                    "A callback stops one that waits on the parent: that never runs.",
                    t -> t.answer = t.parent.afterFunc(newProbe(t)).stop(),
                    t -> neverRunsAfter(t, t.parent)),
            new Row(
                    "stop-other-tree",
                    "A callback stops one that waits in another tree: that never runs.",
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

    private static void answers(Tree tree, boolean expected) {
        if (tree.stage.declares(Capability.CANCEL_RESULT)) {
            tree.stage.expectEqual("answer of the cancel inside the callback", expected, tree.answer);
        }
    }

    /** Where callbacks may run before the whole subtree is marked, a cancel may find the child first. */
    private static void endedWithItsParent(Tree tree) {
        tree.stage.expectDone("the child", tree.child);
        if (tree.stage.declares(Capability.TWO_PHASE)) {
            answers(tree, false);
            tree.stage.expectCause("the child", tree.first, tree.child);
        }
    }

    private static void stops(Tree tree, boolean expected) {
        if (tree.stage.declares(Capability.STOP_RESULT)) {
            tree.stage.expectEqual("answer of the stop inside the callback", expected, tree.answer);
        }
    }

    private static void followsItsParent(Tree tree, Handle above) {
        tree.stage.expectLive("the new child", made(tree));
        above.cancel(tree.second);
        tree.stage.expectDone("the new child", made(tree));
        tree.stage.expectCause("the new child", tree.second, made(tree));
    }

    private static void runs(Tree tree, int expected) {
        int actual = Objects.requireNonNull(tree.probe).runs();
        tree.stage.expectEqual("runs of the callback registered inside the callback", expected, actual);
    }

    private static void runsOnceAfter(Tree tree, Handle above) {
        runs(tree, 0);
        above.cancel(tree.second);
        tree.stage.settle();
        runs(tree, 1);
    }

    private static void neverRunsAfter(Tree tree, Handle above) {
        stops(tree, true);
        above.cancel(tree.second);
        tree.stage.settle();
        runs(tree, 0);
    }
}
