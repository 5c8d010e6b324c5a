package dev.cascata.conformance.suite;

import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.kit.Kit;
import dev.cascata.conformance.known.KnownFailing;
import dev.cascata.conformance.program.Step;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.Evidence;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.rules.ScaleRule;
import dev.cascata.conformance.rules.Verdict;
import dev.cascata.conformance.trial.Failure;
import dev.cascata.conformance.trial.RuleCounts;
import java.util.Map;
import java.util.Set;

/** Gives the verdict on each rule, from the findings of a run. */
final class Verdicts {
    /**
     * The findings of a run.
     *
     * @param judged whether the kit was judged to the end
     */
    record Found(
            Set<Capability> capabilities,
            RuleCounts counts,
            Map<Rule, Failure> failures,
            int programs,
            boolean judged) {}

    private final Kit kit;
    private final KnownFailing known;
    private final Found found;

    Verdicts(Kit kit, KnownFailing known, Found found) {
        this.kit = kit;
        this.known = known;
        this.found = found;
    }

    RuleResult of(Rule rule, boolean full) {
        Failure failure = found.failures().get(rule);
        long held = found.counts().held(rule);
        if (failure != null) {
            return broken(rule, held, failure);
        } else if (!rule.applies(found.capabilities())) {
            return new RuleResult(rule, Verdict.NOT_APPLICABLE, held, "", null);
        } else if (!found.judged()) {
            return new RuleResult(rule, Verdict.NOT_RUN, held, "the kit could not be judged", null);
        } else if (!inScope(rule)) {
            return new RuleResult(rule, Verdict.NOT_RUN, held, "", null);
        } else if (held > 0) {
            return new RuleResult(rule, Verdict.PASS, held, "", null);
        }
        return neverTested(rule, full);
    }

    /** Whether this run can judge the rule: races are run elsewhere, and an adapter takes programs only. */
    private boolean inScope(Rule rule) {
        return rule.evidence().stream()
                .anyMatch(e -> e == Evidence.PROGRAM || (kit instanceof ContextKit<?> && e != Evidence.RACE));
    }

    private RuleResult neverTested(Rule rule, boolean full) {
        if (rule instanceof ScaleRule && kit.deepest() < Step.FAR) {
            String note = "the adapter takes no more than " + kit.deepest() + " contexts below one another";
            return new RuleResult(rule, Verdict.NOT_RUN, 0, note, null);
        }
        if (!found.failures().isEmpty()) {
            String note = "every program that reaches it breaks another rule first";
            return new RuleResult(rule, Verdict.NOT_RUN, 0, note, null);
        }
        return full
                ? new RuleResult(rule, Verdict.UNTESTED, 0, "not reached in " + found.programs() + " programs", null)
                : new RuleResult(rule, Verdict.NOT_RUN, 0, "not reached", null);
    }

    private RuleResult broken(Rule rule, long held, Failure failure) {
        for (KnownFailing.Line line : known.lines()) {
            if (line.rule() == rule) {
                return new RuleResult(rule, Verdict.KNOWN, held, line.reason(), failure);
            }
        }
        String documented = kit.differs().get(rule);
        return documented == null
                ? new RuleResult(rule, Verdict.FAIL, held, "", failure)
                : new RuleResult(rule, Verdict.DIFFERS, held, documented, failure);
    }
}
