package dev.cascata.conformance.checks;

import static dev.cascata.conformance.rules.CallbackRule.CALLBACK_17;
import static dev.cascata.conformance.rules.CallbackRule.CALLBACK_23;

import dev.cascata.conformance.driver.OperationThrew;
import dev.cascata.conformance.rules.Capability;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Callbacks that throw and executors that refuse stop nobody else, and somebody hears of it. */
final class ThrowingChecks {
    private record Thrower(String name, String words, Supplier<Throwable> make) {}

    private static final List<Thrower> THROWERS = List.of(
            new Thrower("exception", "an exception", () -> new IllegalStateException("thrown by a callback")),
            new Thrower("error", "an error", () -> new AssertionError("thrown by a callback")),
            new Thrower(
                    "stack-overflow", "a StackOverflowError", () -> new StackOverflowError("thrown by a callback")));

    /** So many that there is one behind another that throws, in whatever order a library runs its callbacks. */
    private static final int THROWING = 16;

    private ThrowingChecks() {}

    static List<Check> all() {
        List<Check> checks = new ArrayList<>();
        for (Thrower thrower : THROWERS) {
            String words = "Every second of " + 2 * THROWING + " callbacks throws " + thrower.words();
            checks.add(Check.directed(
                    CALLBACK_17,
                    "throwing-" + thrower.name(),
                    words + ", on the executor.",
                    s -> someThrow(s, null, thrower.make())));
            checks.add(Check.directed(
                    CALLBACK_17,
                    "throwing-" + thrower.name() + "-at-once",
                    words + ", on an executor that runs it within the call that ends the context.",
                    s -> someThrow(s, Stage.DIRECT, thrower.make())));
        }
        checks.addAll(late());
        checks.addAll(refusals());
        return checks;
    }

    private static List<Check> late() {
        return List.of(
                Check.directed(
                        CALLBACK_17,
                        "throwing-on-ended",
                        "A callback throws at once, since it is registered on a context that has ended; the"
                                + " registration returns.",
                        ThrowingChecks::lateOneThrows),
                Check.directed(
                                CALLBACK_17,
                                "throwing-at-expiry",
                                "The second of three callbacks throws at an expiry; other timers of that tick still"
                                        + " act.",
                                ThrowingChecks::oneThrowsAtExpiry)
                        .needing(Capability.DEADLINES, Capability.VIRTUAL_TIME));
    }

    private static List<Check> refusals() {
        return List.of(
                Check.directed(
                        CALLBACK_23,
                        "refusing-executor",
                        "The executor refuses the second of three callbacks.",
                        ThrowingChecks::oneIsRefused),
                Check.directed(
                        CALLBACK_23,
                        "refusing-executor-on-ended",
                        "The executor refuses a callback that is registered on an ended context; the registration"
                                + " returns.",
                        ThrowingChecks::lateOneIsRefused));
    }

    private static void someThrow(Stage s, @Nullable Executor executor, Supplier<Throwable> make) {
        Tree tree = new Tree(s, executor);
        Probe below = new Probe(s);
        List<Probe> others = new ArrayList<>(List.of(below));
        List<Throwable> thrown = new ArrayList<>();
        for (int i = 0; i < THROWING; i++) {
            Probe other = new Probe(s);
            Throwable one = make.get();
            tree.context.afterFunc(other);
            tree.context.afterFunc(() -> Throwing.sneaky(one));
            others.add(other);
            thrown.add(one);
        }
        tree.child.afterFunc(below);
        boolean told = tells(s, tree.parent::cancel);
        s.settle();
        ended(tree);
        ran(s, others.toArray(Probe[]::new));
        told |= thrown.stream().allMatch(s.reports()::has);
        s.expect(told, "what the callbacks threw", "is reported to somebody", "nobody heard of it");
    }

    /** Whether a call of a library whose callbacks run within it hands on, when all is done, what they threw. */
    private static boolean tells(Stage s, Runnable call) {
        if (!s.declares(Capability.INLINE_CALLBACKS)) {
            call.run();
            return false;
        }
        try {
            call.run();
            return false;
        } catch (OperationThrew thrown) {
            return true;
        }
    }

    private static void lateOneThrows(Stage s) {
        Handle context = s.root(Stage.DIRECT).withCancel();
        Throwable thrown = new IllegalStateException("thrown by a callback");
        context.cancel();
        boolean told = tells(s, () -> context.afterFunc(() -> Throwing.sneaky(thrown)));
        s.settle();
        told |= s.reports().has(thrown);
        s.expect(told, "what the callback threw", "is reported to somebody", "nobody heard of it");
    }

    private static void oneThrowsAtExpiry(Stage s) {
        Handle root = s.root(Stage.DIRECT);
        Handle first = root.withDeadline(5);
        Handle second = root.withDeadline(5);
        Probe after = new Probe(s);
        first.afterFunc(() -> Throwing.sneaky(new AssertionError("thrown by a callback")));
        first.afterFunc(after);
        s.advance(5);
        s.expectDone("the first context", first);
        s.expectDone("the second context", second);
        ran(s, after);
        s.expect(s.reports().any(), "what the callback threw", "is reported to somebody", "nobody heard of it");
    }

    private static void oneIsRefused(Stage s) {
        int[] handed = new int[1];
        Tree tree = new Tree(s, task -> {
            if (++handed[0] == 2) {
                throw new RejectedExecutionException("refused by the executor");
            }
            task.run();
        });
        Probe[] probes = {new Probe(s), new Probe(s), new Probe(s)};
        for (Probe probe : probes) {
            tree.context.afterFunc(probe);
        }
        tree.parent.cancel();
        s.settle();
        ended(tree);
        int runs = probes[0].runs() + probes[1].runs() + probes[2].runs();
        s.expectEqual("callbacks that ran, of three of which one was refused", 2, runs);
        s.expect(s.reports().any(), "the refusal", "is reported to somebody", "nobody heard of it");
    }

    private static void lateOneIsRefused(Stage s) {
        Handle context = s.root(task -> {
                    throw new RejectedExecutionException("refused by the executor");
                })
                .withCancel();
        context.cancel();
        context.afterFunc(new Probe(s));
        s.expect(s.reports().any(), "the refusal", "is reported to somebody", "nobody heard of it");
    }

    private static void ended(Tree tree) {
        tree.stage.expectDone("the context", tree.context);
        tree.stage.expectDone("the child", tree.child);
        tree.stage.expectDone("the sibling", tree.sibling);
    }

    private static void ran(Stage s, Probe... probes) {
        for (Probe probe : probes) {
            s.expectEqual("runs of another callback", 1, probe.runs());
        }
    }
}
