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

/** Callbacks that throw and executors that reject stop no other callback and no end, and both are reported. */
final class ThrowingChecks {
    private static final String REPORTED = "a failure that is not reported cannot be found";
    private static final String OTHERS_RUN = "the failure of one callback does not stop the others";
    private static final String TREE_ENDS = "the failure of a callback does not stop a cancel";

    private record Thrower(String name, String words, Supplier<Throwable> make) {}

    private static final List<Thrower> THROWERS = List.of(
            new Thrower("exception", "an exception", () -> new IllegalStateException("thrown by a callback")),
            new Thrower("error", "an error", () -> new AssertionError("thrown by a callback")),
            new Thrower(
                    "stack-overflow", "a StackOverflowError", () -> new StackOverflowError("thrown by a callback")));

    /** Enough that some callback runs after one that throws, in any order of the callbacks. */
    private static final int THROWING = 16;

    private ThrowingChecks() {}

    static List<Check> all() {
        List<Check> checks = new ArrayList<>();
        for (Thrower thrower : THROWERS) {
            String words = "Every other one of " + 2 * THROWING + " callbacks throws " + thrower.words();
            checks.add(Check.directed(
                    CALLBACK_17,
                    "throwing-" + thrower.name(),
                    words + ", on the executor.",
                    REPORTED,
                    s -> someThrow(s, null, thrower.make())));
            checks.add(Check.directed(
                    CALLBACK_17,
                    "throwing-" + thrower.name() + "-at-once",
                    words + ", on an executor that runs it within the call that ends the context.",
                    REPORTED,
                    s -> someThrow(s, Stage.DIRECT, thrower.make())));
        }
        checks.addAll(late());
        checks.addAll(rejections());
        return checks;
    }

    private static List<Check> late() {
        return List.of(
                Check.directed(
                        CALLBACK_17,
                        "throwing-on-done",
                        "A callback registered on a done context throws at once, and the registration returns.",
                        REPORTED,
                        ThrowingChecks::lateOneThrows),
                Check.directed(
                                CALLBACK_17,
                                "throwing-at-expiry",
                                "The second of three callbacks throws at an expiry, and other timers of that tick still fire.",
                                REPORTED,
                                ThrowingChecks::oneThrowsAtExpiry)
                        .needing(Capability.DEADLINES, Capability.VIRTUAL_TIME));
    }

    private static List<Check> rejections() {
        return List.of(
                Check.directed(
                        CALLBACK_23,
                        "refusing-executor",
                        "The executor rejects the second of three callbacks.",
                        REPORTED,
                        ThrowingChecks::oneIsRejected),
                Check.directed(
                        CALLBACK_23,
                        "refusing-executor-on-done",
                        "The executor rejects a callback that is registered on a done context, and the registration returns.",
                        REPORTED,
                        ThrowingChecks::lateOneIsRejected));
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
        boolean reported = throwsOn(s, tree.parent::cancel);
        s.settle();
        ended(tree);
        ran(s, others.toArray(Probe[]::new));
        reported |= thrown.stream().allMatch(s.reports()::has);
        s.expect(reported, "what the callbacks threw", "is reported", "was not reported");
    }

    /** Returns whether the call throws what its callbacks threw, which is a report if they run within the call. */
    private static boolean throwsOn(Stage s, Runnable call) {
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
        boolean reported = throwsOn(s, () -> context.afterFunc(() -> Throwing.sneaky(thrown)));
        s.settle();
        reported |= s.reports().has(thrown);
        s.expect(reported, "what the callback threw", "is reported", "was not reported");
    }

    private static void oneThrowsAtExpiry(Stage s) {
        Handle root = s.root(Stage.DIRECT);
        Handle first = root.withDeadline(5);
        Handle second = root.withDeadline(5);
        Probe after = new Probe(s);
        first.afterFunc(() -> Throwing.sneaky(new AssertionError("thrown by a callback")));
        first.afterFunc(after);
        s.advance(5);
        s.because(TREE_ENDS).expectDone("the first context", first);
        s.because(TREE_ENDS).expectDone("the second context", second);
        ran(s, after);
        s.expect(s.reports().any(), "what the callback threw", "is reported", "was not reported");
    }

    private static void oneIsRejected(Stage s) {
        int[] handed = new int[1];
        Tree tree = new Tree(s, task -> {
            if (++handed[0] == 2) {
                throw new RejectedExecutionException("rejected by the executor");
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
        s.because(OTHERS_RUN).expectEqual("callbacks that ran, of three of which one was rejected", 2, runs);
        s.expect(s.reports().any(), "the rejection", "is reported", "was not reported");
    }

    private static void lateOneIsRejected(Stage s) {
        Handle context = s.root(task -> {
                    throw new RejectedExecutionException("rejected by the executor");
                })
                .withCancel();
        context.cancel();
        context.afterFunc(new Probe(s));
        s.expect(s.reports().any(), "the rejection", "is reported", "was not reported");
    }

    private static void ended(Tree tree) {
        tree.stage.because(TREE_ENDS).expectDone("the context", tree.context);
        tree.stage.because(TREE_ENDS).expectDone("the child", tree.child);
        tree.stage.because(TREE_ENDS).expectDone("the sibling", tree.sibling);
    }

    private static void ran(Stage s, Probe... probes) {
        for (Probe probe : probes) {
            s.because(OTHERS_RUN).expectEqual("runs of another callback", 1, probe.runs());
        }
    }
}
