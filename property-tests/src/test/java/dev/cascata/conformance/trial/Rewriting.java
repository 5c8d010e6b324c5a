package dev.cascata.conformance.trial;

import dev.cascata.conformance.kit.ForeignShape;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.program.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Programs made of other programs: steps put in, exchanged, renamed. Who is whose child is read off the steps. */
final class Rewriting {
    private static final int MOST_AT_ONCE = 8;
    private static final int OTHER_KEY = 2;

    private Rewriting() {}

    /** The program with small fans only, with no threads and hooks, and with a key that it does not bind. */
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

    /** A binding that no program left small makes itself. */
    static Step otherValue(int parent) {
        return new Step.WithValue(parent, OTHER_KEY, 0);
    }

    /** How many contexts a step makes. */
    static int made(Step step) {
        return step instanceof Step.Derive derive ? derive.count() : step instanceof Step.Background ? 1 : 0;
    }

    /** How many contexts there are before a step. */
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

    /** With a step put in that makes one context, and the rest renamed to make room for it. */
    static List<Step> with(List<Step> steps, int at, Step added) {
        int made = before(steps, at);
        List<Step> all = new ArrayList<>(steps.subList(0, at));
        all.add(added);
        steps.subList(at, steps.size()).forEach(s -> all.add(renamed(s, c -> c < made ? c : c + 1)));
        return all;
    }

    /** The parent of each context, by number; a root has none, told as -1. */
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

    /** The contexts that can be cancelled. */
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

    /** The detached contexts. */
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
