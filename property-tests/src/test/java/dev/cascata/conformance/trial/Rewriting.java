package dev.cascata.conformance.trial;

import dev.cascata.conformance.kit.ForeignShape;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.program.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Makes programs of other programs by adding and renaming steps. It finds parents and children from the steps alone.
 */
final class Rewriting {
    private static final int MOST_AT_ONCE = 8;
    private static final int OTHER_KEY = 2;

    private Rewriting() {}

    /**
     * Returns the program without large fans, foreign contexts with a done of their own, merges, and bindings of one
     * key.
     */
    static Program small(Program program) {
        Program left = program;
        for (int i = left.size() - 1; i >= 0; i--) {
            Step step = left.steps().get(i);
            boolean foreign = step instanceof Step.Foreign around && around.shape() != ForeignShape.SHARING;
            boolean binds = step instanceof Step.WithValue value && value.key() == OTHER_KEY;
            if (foreign || binds || step instanceof Step.Merge || made(step) > MOST_AT_ONCE) {
                left = left.without(i);
            }
        }
        return left;
    }

    /** Returns a binding of the key that no small program binds. */
    static Step otherValue(int parent) {
        return new Step.WithValue(parent, OTHER_KEY, 0);
    }

    /** Returns the number of contexts that a step makes. */
    static int made(Step step) {
        return step instanceof Step.Derive derive ? derive.count() : step instanceof Step.Background ? 1 : 0;
    }

    /** Returns the number of contexts before a step. */
    static int before(List<Step> steps, int step) {
        return 1 + steps.subList(0, step).stream().mapToInt(Rewriting::made).sum();
    }

    static Step renamed(Step step, IntUnaryOperator names) {
        if (step instanceof Step.Derive derive) {
            return derive.from(names);
        } else if (step instanceof Step.Cancel cancel) {
            return new Step.Cancel(names.applyAsInt(cancel.context()), cancel.cause());
        } else if (step instanceof Step.AfterFunc afterFunc) {
            return new Step.AfterFunc(names.applyAsInt(afterFunc.context()));
        }
        return step;
    }

    /** Returns the steps with one more that makes a context, and the later contexts renumbered. */
    static List<Step> with(List<Step> steps, int at, Step added) {
        int made = before(steps, at);
        List<Step> all = new ArrayList<>(steps.subList(0, at));
        all.add(added);
        steps.subList(at, steps.size()).forEach(s -> all.add(renamed(s, c -> c < made ? c : c + 1)));
        return all;
    }

    /** Returns the parent of each context, by its number; -1 for a root. */
    static List<Integer> parents(List<Step> steps) {
        List<Integer> parents = new ArrayList<>(List.of(-1));
        for (Step step : steps) {
            for (int i = 0; i < made(step); i++) {
                boolean below = step instanceof Step.Derive derive && derive.deep() && i > 0;
                int parent = step instanceof Step.Derive derive ? derive.parent() : -1;
                parents.add(below ? parents.size() - 1 : parent);
            }
        }
        return parents;
    }

    /** Whether {@code lower} is {@code upper}, or was derived from it. */
    static boolean within(List<Integer> parents, int upper, int lower) {
        int at = lower;
        while (at > upper) {
            at = parents.get(at);
        }
        return at == upper;
    }

    /** Returns the contexts that can be cancelled. */
    static List<Integer> cancellable(List<Step> steps) {
        List<Integer> found = new ArrayList<>();
        int next = 1;
        for (Step step : steps) {
            if (step instanceof Step.Derive derive && derive.cancellable()) {
                IntStream.range(next, next + made(step)).forEach(found::add);
            }
            next += made(step);
        }
        return found;
    }

    /** Returns the detached contexts. */
    static List<Integer> detached(List<Step> steps) {
        List<Integer> found = new ArrayList<>();
        int next = 1;
        for (Step step : steps) {
            if (step instanceof Step.WithoutCancel) {
                found.add(next);
            }
            next += made(step);
        }
        return found;
    }
}
