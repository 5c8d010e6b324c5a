package dev.cascata.conformance.search;

import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.program.Step;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.rules.ScaleRule;
import dev.cascata.conformance.trial.Failure;
import dev.cascata.conformance.trial.RuleCounts;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;

/** The search for a smaller program that breaks one rule. Used once. */
final class Shrinking {
    private static final int MOST_SHRINKS = 4000;
    private static final long NANOS = 10_000_000_000L;
    private static final int BEYOND_ANY_STACK = 20_000;

    private static final Set<Rule> OVERFLOWS = Set.of(ScaleRule.SCALE_1, ScaleRule.SCALE_2, ScaleRule.SCALE_7);

    private final Search search;
    private final Failure original;
    private final RuleCounts ledger;
    private final long end = System.nanoTime() + NANOS;
    private Failure smallest;
    private int runs;

    Shrinking(Search search, Failure original, RuleCounts ledger) {
        this.search = search;
        this.original = original;
        this.ledger = ledger;
        this.smallest = original;
    }

    /**
     * How deep a stack reaches differs from run to run: an overflow is looked for, and shown, far beyond any such
     * depth.
     */
    private Program deepened(Program program) {
        return OVERFLOWS.contains(original.rule()) ? program.deepened(Step.FAR, BEYOND_ANY_STACK) : program;
    }

    void follow(Shrinkable<Program> first) {
        keeps(first.value());
        Optional<Shrinkable<Program>> current = Optional.of(first);
        while (current.isPresent()) {
            current = smaller(current.get());
        }
    }

    private Optional<Shrinkable<Program>> smaller(Shrinkable<Program> from) {
        try (Stream<Shrinkable<Program>> candidates = from.shrink()) {
            return candidates
                    .takeWhile(c -> runs < MOST_SHRINKS && System.nanoTime() < end)
                    .filter(c -> c.distance().compareTo(from.distance()) < 0)
                    .filter(c -> keeps(c.value()))
                    .findFirst();
        }
    }

    private boolean keeps(Program program) {
        runs++;
        Failure failure = search.breaks(deepened(program), original.rule(), ledger, search.shortest());
        if (failure != null && search.followsFromAnother(failure, ledger)) {
            return false;
        }
        if (failure != null) {
            smallest = failure;
        }
        return failure != null;
    }

    /** Leaves a program from which no single step can be dropped, and no cause. */
    void dropSteps() {
        if (smallest.program().quiet()) {
            keeps(smallest.program().loud());
        }
        for (int i = 0; i < smallest.program().size(); i++) {
            if (keeps(smallest.program().without(i)) || thins(i) || forgetsCause(i)) {
                i = -1;
            }
        }
    }

    /** Whether one context, or two, will do where many were derived at once. */
    private boolean thins(int step) {
        Program program = smallest.program();
        int count = Program.count(program.steps().get(step));
        return (count > 1 && keeps(program.thinned(step, 1))) || (count > 2 && keeps(program.thinned(step, 2)));
    }

    private boolean forgetsCause(int step) {
        Program program = smallest.program();
        Program less = program.causeless(step);
        return !less.steps().equals(program.steps()) && keeps(less);
    }

    /** The smallest failure, if it shows with full patience too; else the one first seen. */
    Failure confirmed() {
        Failure again = search.breaks(smallest.program(), original.rule(), ledger, search.longest());
        return again == null ? original : again;
    }
}
