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

/** Judges mutants, each by the rules alone that it declares, and no longer than until one of them is broken. */
public final class Hunt {
    private static final long SHORT_MILLIS = 1500;
    private static final long HANG_MILLIS = 400;

    /**
     * How a mutant fared.
     *
     * @param programs how many programs were run
     * @param failure what killed it; null if it lives
     */
    public record Result(
            Mutant mutant, int programs, @Nullable Failure failure) {}

    private final Options options;
    private final boolean shrunk;

    /** {@code shrunk}: whether the program that kills is made as small as it can be. */
    public Hunt(Options options, boolean shrunk) {
        this.options = options;
        this.shrunk = shrunk;
    }

    public Result hunt(Mutant mutant) {
        List<Rule> rules = mutant.rules().stream().filter(options::asks).toList();
        return new Prey(mutant, rules).judge();
    }

    /** One mutant, and what it is judged by. */
    private final class Prey {
        private final Mutant mutant;
        private final List<Rule> rules;
        private final ContextKit<?> kit;
        private final RuleCounts ledger;

        Prey(Mutant mutant, List<Rule> rules) {
            this.mutant = mutant;
            this.rules = rules;
            this.kit = mutant.kit();
            this.ledger = new RuleCounts(kit.capabilities(), allBut(rules));
        }

        Result judge() {
            boolean chance = rules.stream().anyMatch(Hunt::isLeftToChance);
            Result found = chance ? search() : new Result(mutant, 0, null);
            return found.failure() == null ? new Result(mutant, found.programs(), checked()) : found;
        }

        private Result search() {
            long limit = rules.contains(UseRule.USE_8) ? atMost(HANG_MILLIS) : options.limitMillis();
            Search search = new Search(kit, options, new Worker(kit, limit), Progress.NONE, new Statistics(), Set.of())
                    .hasty(shrunk);
            Map<Rule, Failure> found = search.run(ledger);
            Failure failure = found.isEmpty() ? null : found.values().iterator().next();
            return new Result(mutant, search.drawn(), failure);
        }

        private @Nullable Failure checked() {
            long limit = rules.stream().anyMatch(Hunt::isOfScale) ? options.limitMillis() : atMost(SHORT_MILLIS);
            return rules.stream()
                    .flatMap(rule -> Checks.of(rule).stream())
                    .filter(check -> check.applies(kit.capabilities()))
                    .map(check -> new Worker(kit, limit).run(check, ledger))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** Where a stack has to overflow, a program is not sure to be deep enough. */
    private static boolean isLeftToChance(Rule rule) {
        return rule.evidence().contains(Evidence.PROGRAM) && !isOfScale(rule);
    }

    private static boolean isOfScale(Rule rule) {
        return rule != UseRule.USE_8 && rule.evidence().contains(Evidence.SCALE);
    }

    /** A mutant that hangs need not be waited for as long as a library that might be slow. */
    private long atMost(long millis) {
        return Math.min(options.limitMillis(), millis);
    }

    public static Set<Rule> allBut(List<Rule> rules) {
        Set<Rule> others = new HashSet<>(Catalogue.all());
        others.removeAll(rules);
        return others;
    }
}
