package dev.cascata.stress;

import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.rules.Strength;
import dev.cascata.conformance.rules.Verdict;
import java.util.List;
import java.util.Locale;

/**
 * What the races say about one rule.
 *
 * @param samples how many samples were taken in races that kept the rule
 * @param races the races that decide the rule for this kit and were run
 * @param note the reason of the verdict, in half a sentence; empty if none is needed
 */
record Ruling(Rule rule, Verdict verdict, long samples, List<String> races, String note) {

    /** Whether the run has to fail for it. */
    boolean surprising() {
        boolean bad = verdict == Verdict.FAIL || verdict == Verdict.UNTESTED;
        return bad && rule.strength() == Strength.MUST;
    }

    String label() {
        return verdict.name().replace('_', '-');
    }

    String line() {
        String words = note.isEmpty()
                ? String.format(Locale.ROOT, "%,d samples: %s", samples, String.join(", ", races))
                : note;
        return "%-14s  %-11s  %s".formatted(label(), rule.id(), words);
    }
}
