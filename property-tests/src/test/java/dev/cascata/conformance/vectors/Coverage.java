package dev.cascata.conformance.vectors;

import dev.cascata.conformance.mutants.Mutant;
import dev.cascata.conformance.mutants.TimerMutant;
import dev.cascata.conformance.program.Step;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.Catalogue;
import dev.cascata.conformance.rules.Evidence;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.trial.RuleCounts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts how often each rule that Go can show was compared after each kind of step. */
final class Coverage {
    /** These mutants differ from Go only in the number of timers, which vectors do not contain. */
    private static final Set<Mutant> BY_TIMERS = Set.of(
            TimerMutant.TIMER_RUNS_ON, TimerMutant.TIMER_FOR_A_LATER_DEADLINE, TimerMutant.TIMER_OF_THE_BORN_ENDED);

    private final Set<Capability> capabilities;
    private final Set<Rule> shown =
            Catalogue.all().stream().filter(Coverage::shown).collect(Collectors.toSet());
    private final Map<Class<? extends Step>, Map<Rule, Long>> counts = new HashMap<>();

    Coverage(Set<Capability> capabilities) {
        this.capabilities = capabilities;
    }

    /** Returns every pair that was compared, and how often. */
    Map<String, Long> counts() {
        Map<String, Long> pairs = new HashMap<>();
        counts.forEach((kind, rules) ->
                rules.forEach((rule, times) -> pairs.put(rule.id() + " after " + kind.getSimpleName(), times)));
        return pairs;
    }

    /** Returns rule counts that also count here. */
    RuleCounts ruleCounts() {
        Set<Rule> hidden =
                Catalogue.all().stream().filter(r -> !shown.contains(r)).collect(Collectors.toSet());
        return new RuleCounts(capabilities, hidden) {
            private @Nullable Map<Rule, Long> last;

            @Override
            public void begin(Step step) {
                last = counts.computeIfAbsent(step.getClass(), kind -> new HashMap<>());
            }

            @Override
            public void count(Rule rule, long times) {
                super.count(rule, times);
                if (last != null && shown.contains(rule)) {
                    last.merge(rule, 1L, Long::sum);
                }
            }
        };
    }

    /** Returns the rules in which a mutant differs from Go, as far as these capabilities show it. */
    static List<Rule> differing(Mutant mutant, Set<Capability> capabilities) {
        return BY_TIMERS.contains(mutant)
                ? List.of()
                : mutant.rules().stream()
                        .filter(r -> shown(r) && r.applies(capabilities))
                        .toList();
    }

    static boolean shown(Rule rule) {
        return rule.text().goStance().comparable() && rule.evidence().contains(Evidence.PROGRAM);
    }
}
