package dev.cascata.conformance.trial;

import dev.cascata.conformance.program.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Exchanges two neighbouring steps that do not depend on each other. */
final class Exchange {
    private final List<Step> original;
    private final int at;
    private final int made;
    private final int first;
    private final int second;

    Exchange(List<Step> original, int at) {
        this.original = original;
        this.at = at;
        this.made = Rewriting.before(original, at);
        this.first = Rewriting.made(original.get(at));
        this.second = Rewriting.made(original.get(at + 1));
    }

    /** Returns the place of the first such pair at or after {@code from}, or before it if there is none; else -1. */
    static int find(List<Step> steps, int from) {
        for (int i = 0; i < steps.size() - 1; i++) {
            int at = (from + i) % (steps.size() - 1);
            if (independent(steps, at)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean independent(List<Step> steps, int at) {
        Step one = steps.get(at);
        Step other = steps.get(at + 1);
        List<Integer> parents = Rewriting.parents(steps);
        if (one instanceof Step.Derive && other instanceof Step.Derive derive) {
            return derive.parent() < Rewriting.before(steps, at);
        } else if (one instanceof Step.Cancel cancel && other instanceof Step.Derive derive) {
            return !Rewriting.within(parents, cancel.context(), derive.parent());
        } else if (one instanceof Step.Cancel cancel && other instanceof Step.Cancel later) {
            return !Rewriting.within(parents, cancel.context(), later.context())
                    && !Rewriting.within(parents, later.context(), cancel.context());
        }
        return false;
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>(original);
        Collections.swap(steps, at, at + 1);
        for (int i = at + 2; i < steps.size(); i++) {
            steps.set(i, Rewriting.renamed(steps.get(i), this::renamed));
        }
        return steps;
    }

    private int renamed(int context) {
        if (context < made || context >= made + first + second) {
            return context;
        }
        return context < made + first ? context + second : context - first;
    }

    /** Returns what was read, in the order of the original steps. */
    List<String> restored(List<String> read) {
        List<String> restored = new ArrayList<>();
        for (int context = 0; context < read.size(); context++) {
            restored.add(read.get(renamed(context)));
        }
        return restored;
    }
}
