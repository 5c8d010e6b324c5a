package dev.cascata.conformance.suite;

import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.rules.Strength;
import dev.cascata.conformance.rules.Verdict;
import dev.cascata.conformance.trial.Failure;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on one rule.
 *
 * @param held how many comparisons the rule passed
 * @param note the reason of a verdict that is not PASS or FAIL, in half a sentence; empty if none is needed
 * @param failure the shrunk counterexample, for FAIL, KNOWN and DIFFERS where one was found
 */
public record RuleResult(
        Rule rule,
        Verdict verdict,
        long held,
        String note,
        @Nullable Failure failure) {

    /** Returns true if a MUST is broken or untested, and not known to be. */
    public boolean surprising() {
        return rule.strength() == Strength.MUST && (verdict == Verdict.FAIL || verdict == Verdict.UNTESTED);
    }
}
