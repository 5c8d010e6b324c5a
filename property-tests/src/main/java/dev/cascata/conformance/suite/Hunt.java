package dev.cascata.conformance.suite;

import dev.cascata.conformance.checks.Checks;
import dev.cascata.conformance.generator.Statistics;
import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.kit.Options;
import dev.cascata.conformance.mutants.Mutant;
import dev.cascata.conformance.rules.Catalogue;
import dev.cascata.conformance.rules.Evidence;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.rules.UseRule;
import dev.cascata.conformance.search.Progress;
import dev.cascata.conformance.search.Search;
import dev.cascata.conformance.search.Worker;
import dev.cascata.conformance.trial.Failure;
import dev.cascata.conformance.trial.RuleCounts;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges mutants, each only by the rules that it names, until one of them is broken. */
public final class Hunt {
    private static final long SHORT_MILLIS = 1500;
    private static final long HANG_MILLIS = 400;

    /**
     * The result for one mutant.
     *
     * @param programs how many programs were run
     * @param failure the failure that killed the mutant; null if it survived
     */
    public record Result(
            Mutant mutant, int programs, @Nullable Failure failure) {}

    private final Options options;
    private final boolean shrunk;

    /** Creates one that shrinks the program that kills a mutant, if {@code shrunk}. */
    public Hunt(Options options, boolean shrunk) {
        this.options = options;
        this.shrunk = shrunk;
    }

    public Result hunt(Mutant mutant) {
        List<Rule> rules = mutant.rules().stream().filter(options::asks).toList();
        return new MutantRun(mutant, rules).judge();
    }

    /** One mutant and the rules that it is judged by. */
    private final class MutantRun {
        private final Mutant mutant;
        private final List<Rule> rules;
        private final ContextKit<?> kit;
        private final RuleCounts counts;

        MutantRun(Mutant mutant, List<Rule> rules) {
            this.mutant = mutant;
            this.rules = rules;
            this.kit = mutant.kit();
            this.counts = new RuleCounts(kit.capabilities(), allBut(rules));
        }

        Result judge() {
            boolean byPrograms = rules.stream().anyMatch(Hunt::isFoundByPrograms);
            Result found = byPrograms ? search() : new Result(mutant, 0, null);
            return found.failure() == null ? new Result(mutant, found.programs(), checked()) : found;
        }

        private Result search() {
            long limit = rules.contains(UseRule.USE_8) ? atMost(HANG_MILLIS) : options.limitMillis();
            Search search = new Search(kit, options, new Worker(kit, limit), Progress.NONE, new Statistics(), Set.of())
                    .hasty(shrunk);
            Map<Rule, Failure> found = search.run(counts);
            Failure failure = found.isEmpty() ? null : found.values().iterator().next();
            return new Result(mutant, search.drawn(), failure);
        }

        private @Nullable Failure checked() {
            long limit = rules.stream().anyMatch(Hunt::isOfScale) ? options.limitMillis() : atMost(SHORT_MILLIS);
            return rules.stream()
                    .flatMap(rule -> Checks.of(rule).stream())
                    .filter(check -> check.applies(kit.capabilities()))
                    .map(check -> new Worker(kit, limit).run(check, counts))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** Returns whether programs can find it; few programs are deep enough to overflow a stack. */
    private static boolean isFoundByPrograms(Rule rule) {
        return rule.evidence().contains(Evidence.PROGRAM) && !isOfScale(rule);
    }

    private static boolean isOfScale(Rule rule) {
        return rule != UseRule.USE_8 && rule.evidence().contains(Evidence.SCALE);
    }

    /** Returns a limit shorter than for a library: a mutant that takes long hangs. */
    private long atMost(long millis) {
        return Math.min(options.limitMillis(), millis);
    }

    public static Set<Rule> allBut(List<Rule> rules) {
        Set<Rule> others = new HashSet<>(Catalogue.all());
        others.removeAll(rules);
        return others;
    }
}
