package dev.cascata.conformance.search;

import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.program.Step;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.rules.ScaleRule;
import dev.cascata.conformance.trial.Failure;
import dev.cascata.conformance.trial.RuleCounts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;

/** Looks for a smaller program that breaks the same rule. Used once. */
final class Shrinking {
    /** The most effort for smaller draws, in runs; no clock is read, so a slow machine finds the same program. */
    private static final int MOST_EFFORT = 4000;

    /** The effort of a run in which a wait times out, or that hangs. */
    private static final int EFFORT_OF_A_WAIT = 25;

    private static final int BEYOND_ANY_STACK = 20_000;

    private static final Set<Rule> OVERFLOWS = Set.of(ScaleRule.SCALE_1, ScaleRule.SCALE_2, ScaleRule.SCALE_7);

    private final Search search;
    private final Failure original;
    private final RuleCounts counts;
    private final int waitsBefore;
    private Failure smallest;
    private final Map<Program, Boolean> tried = new HashMap<>();
    private int runs;

    Shrinking(Search search, Failure original, RuleCounts counts) {
        this.search = search;
        this.original = original;
        this.counts = counts;
        this.waitsBefore = search.waits();
        this.smallest = original;
    }

    /**
     * Returns the program with deeper chains, if the failure is an overflow: the depth at which a stack overflows
     * differs from run to run, so the program goes far beyond it.
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
                    .takeWhile(c -> effort() < MOST_EFFORT)
                    .filter(c -> c.distance().compareTo(from.distance()) < 0)
                    .filter(c -> keeps(c.value()))
                    .findFirst();
        }
    }

    private int effort() {
        return runs + EFFORT_OF_A_WAIT * (search.waits() - waitsBefore);
    }

    /** Whether the program breaks the rule; other draws often make a program that was tried before. */
    private boolean keeps(Program program) {
        Boolean known = tried.get(program);
        if (known == null) {
            known = breaks(program);
            tried.put(program, known);
        }
        return known;
    }

    private boolean breaks(Program program) {
        runs++;
        Failure failure = search.breaks(deepened(program), original.rule(), counts, search.shortest());
        if (failure != null && search.followsFromAnother(failure, counts)) {
            return false;
        }
        if (failure != null) {
            smallest = failure;
        }
        return failure != null;
    }

    /** Drops steps and causes until none can be dropped. */
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

    /** Whether one or two contexts are enough where many were derived at once. */
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

    /** Returns the smallest failure if it also shows with full patience; else the one found first. */
    Failure confirmed() {
        Failure again = search.breaks(smallest.program(), original.rule(), counts, search.longest());
        return again == null ? original : again;
    }
}
