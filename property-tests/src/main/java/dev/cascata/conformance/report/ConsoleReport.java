package dev.cascata.conformance.report;

import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.rules.Strength;
import dev.cascata.conformance.rules.Verdict;
import dev.cascata.conformance.suite.KitReport;
import dev.cascata.conformance.suite.RuleResult;
import dev.cascata.conformance.trial.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The report on one kit, for a terminal: totals, what was not decided, one line for each other rule that is not PASS,
 * the text of each failure. Two runs with the same results print the same.
 */
public final class ConsoleReport {
    private static final Set<Verdict> ALWAYS_COUNTED = Set.of(Verdict.PASS, Verdict.FAIL, Verdict.KNOWN);

    private ConsoleReport() {}

    public static String render(KitReport report, Replay.CommandLine replay) {
        StringBuilder text = new StringBuilder(totals(report)).append('\n').append(linking(report));
        if (report.programs() > 1) {
            Undecided.lines(report).forEach(line -> text.append(line).append('\n'));
        }
        report.results().stream()
                .filter(result -> result.verdict() != Verdict.PASS && !Undecided.is(result))
                .forEach(result ->
                        text.append(line(result, report.capabilities())).append('\n'));
        failures(report, Verdict.FAIL)
                .forEach(failure -> text.append('\n').append(FailureText.render(failure, replay)));
        known(text, failures(report, Verdict.KNOWN), replay);
        return text.toString();
    }

    private static String linking(KitReport report) {
        return report.linking().isEmpty() ? "" : "The kit itself links a child: " + report.linking() + "\n";
    }

    /** Returns the numbers of one kit, on one line. */
    public static String totals(KitReport report) {
        String subject = report.kit() + " (" + report.kitClass() + "): ";
        if (report.fault() != null && report.results().isEmpty()) {
            return subject + "adapter fault, " + report.fault();
        }
        List<String> parts = new ArrayList<>();
        parts.add(strength("MUST", report, Strength.MUST::equals));
        parts.add(strength("SHOULD and MAY", report, strength -> strength != Strength.MUST));
        if (!report.stale().isEmpty()) {
            parts.add(report.stale().size() + " stale known-failing");
        }
        parts.add(programs(report.programs()) + ", seed " + report.seed());
        parts.add(report.fault() == null ? "" : "then adapter fault, " + report.fault());
        return subject + parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
    }

    private static String programs(int count) {
        return count == 1 ? "1 program" : String.format(Locale.ROOT, "%,d programs", count);
    }

    private static String strength(String words, KitReport report, Predicate<Strength> strength) {
        List<RuleResult> all = report.results().stream()
                .filter(result -> strength.test(result.rule().strength()))
                .toList();
        if (all.isEmpty()) {
            return "";
        }
        long applicable = all.size() - count(all, Verdict.NOT_APPLICABLE);
        return applicable + " of " + all.size() + " " + words + " rules applicable: " + counts(all);
    }

    private static String counts(List<RuleResult> results) {
        List<String> counts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            long count = count(results, verdict);
            if (verdict != Verdict.NOT_APPLICABLE && (count > 0 || ALWAYS_COUNTED.contains(verdict))) {
                counts.add(count + " " + verdict.label().toLowerCase(Locale.ROOT));
            }
        }
        return String.join(", ", counts);
    }

    private static long count(List<RuleResult> results, Verdict verdict) {
        return results.stream().filter(result -> result.verdict() == verdict).count();
    }

    private static String line(RuleResult result, Set<Capability> declared) {
        Rule rule = result.rule();
        String strength = rule.strength() == Strength.MUST ? "" : "(" + rule.strength() + ") ";
        String words = strength + Reasons.of(result, declared);
        return String.format(Locale.ROOT, "%-14s  %-11s  %s", result.verdict().label(), rule.id(), words);
    }

    private static void known(StringBuilder text, List<Failure> failures, Replay.CommandLine replay) {
        if (!failures.isEmpty()) {
            text.append("\nTo replay a known failure:\n");
            failures.forEach(
                    failure -> text.append("  ").append(replay.oneLine(failure)).append('\n'));
        }
    }

    private static List<Failure> failures(KitReport report, Verdict verdict) {
        return report.results().stream()
                .filter(result -> result.verdict() == verdict)
                .map(RuleResult::failure)
                .filter(Objects::nonNull)
                .collect(Collectors.toList());
    }
}
