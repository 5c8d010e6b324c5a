package dev.cascata.stress;

import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.rules.Strength;
import dev.cascata.conformance.rules.Verdict;
import java.util.List;
import java.util.Locale;

/**
 * The verdict of the races on one rule.
 *
 * @param samples the number of samples in races that kept the rule
 * @param races the races that decide the rule for this kit and were run
 * @param note the reason of the verdict, or empty
 */
record RuleVerdict(Rule rule, Verdict verdict, long samples, List<String> races, String note) {

    /** Returns true if the run has to fail for it. */
    boolean surprising() {
        boolean bad = verdict == Verdict.FAIL || verdict == Verdict.UNTESTED;
        return bad && rule.strength() == Strength.MUST;
    }

    String label() {
        return verdict.label();
    }

    String line() {
        String words = note.isEmpty()
                ? String.format(Locale.ROOT, "%,d samples: %s", samples, String.join(", ", races))
                : note;
        return String.format(Locale.ROOT, "%-14s  %-11s  %s", label(), rule.id(), words);
    }
}
