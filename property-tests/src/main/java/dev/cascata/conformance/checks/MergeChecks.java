package dev.cascata.conformance.checks;

import static dev.cascata.conformance.rules.MergeRule.MERGE_10;
import static dev.cascata.conformance.rules.MergeRule.MERGE_11;

import dev.cascata.conformance.rules.Capability;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Consumer;

/** Merged contexts, in long chains and under two cancels at once. */
final class MergeChecks {
    private static final int MILLION = 1_000_000;
    private static final int ROUNDS = 200;
    private static final int MERGES = 40;

    private static final String AT_ANY_DEPTH = "a merged context ends with its parents, at any depth";
    private static final String NO_DEADLOCK = "two walks over the same contexts must not wait for each other";

    private MergeChecks() {}

    static List<Check> all() {
        return List.of(
                Check.scale(
                        MERGE_10,
                        "merge-deep",
                        "A context is merged from the last one and a child of that, half a million times. Then the first context is cancelled.",
                        AT_ANY_DEPTH,
                        s -> deep(s, s.root().withCancel(), Handle::cancel)),
                Check.scale(
                                MERGE_10,
                                "merge-deep-expires",
                                "A context is merged from the last one and a child of that, half a million times. Then the first context expires.",
                                AT_ANY_DEPTH,
                                s -> deep(s, s.root().withDeadline(5), top -> s.advance(5)))
                        .needing(Capability.DEADLINES, Capability.VIRTUAL_TIME),
                Check.directed(
                        MERGE_11,
                        "merges-cancelled-at-once",
                        "Forty contexts, each with a chain below, are merged from two parents in either order. Two threads cancel one parent each. This is done two hundred times.",
                        "each cancel returns only when every descendant of its context is done",
                        MergeChecks::cancelledAtOnce));
    }

    private static void deep(Stage s, Handle top, Consumer<Handle> end) {
        Handle last = top;
        for (int made = 0; made < MILLION; made += 2) {
            last = last.merge(last.withCancel());
        }
        last.readAll();
        s.because("nothing has ended yet").expectLive("the last context", last);
        end.accept(top);
        s.expectDone("the last context", last);
    }

    private static void cancelledAtOnce(Stage s) {
        for (int round = 0; round < ROUNDS; round++) {
            Handle one = s.root().withCancel();
            Handle two = s.root().withCancel();
            List<Handle> below = new ArrayList<>();
            for (int i = 0; i < MERGES; i++) {
                Handle merged = i % 2 == 0 ? one.merge(two) : two.merge(one);
                below.add(merged);
                below.add(merged.withCancel().withCancel());
            }
            CyclicBarrier start = new CyclicBarrier(2);
            Elsewhere<Boolean> first = Elsewhere.start(s, "cancels the first parent", cancel(one, start, below));
            Elsewhere<Boolean> second = Elsewhere.start(s, "cancels the second parent", cancel(two, start, below));
            s.expectEqual("whether all was done when the first cancel returned", true, first.join(NO_DEADLOCK));
            s.expectEqual("whether all was done when the second cancel returned", true, second.join(NO_DEADLOCK));
        }
    }

    private static Callable<Boolean> cancel(Handle parent, CyclicBarrier start, List<Handle> below) {
        return () -> {
            start.await();
            parent.cancel();
            return below.stream().allMatch(Handle::done);
        };
    }
}
