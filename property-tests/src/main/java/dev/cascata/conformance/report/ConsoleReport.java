package dev.cascata.conformance.report;

import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.Evidence;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.rules.Strength;
import dev.cascata.conformance.rules.Verdict;
import dev.cascata.conformance.suite.KitReport;
import dev.cascata.conformance.suite.RuleResult;
import dev.cascata.conformance.trial.Failure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a run says about one kit, for a terminal: totals, one line for each rule that is not PASS, the text of each
 * failure. Two runs that found the same print the same.
 */
public final class ConsoleReport {
    private static final Set<Verdict> ALWAYS_COUNTED = Set.of(Verdict.PASS, Verdict.FAIL, Verdict.KNOWN);

    private ConsoleReport() {}

    public static String render(KitReport report, Replay replay) {
        StringBuilder text = new StringBuilder(totals(report)).append('\n').append(linking(report));
        report.results().stream()
                .filter(result -> tells(report, result.verdict()))
                .forEach(result ->
                        text.append(line(result, report.capabilities())).append('\n'));
        failures(report, Verdict.FAIL)
                .forEach(failure -> text.append('\n').append(FailureText.render(failure, replay)));
        known(text, failures(report, Verdict.KNOWN), replay);
        return text.toString();
    }

    private static String linking(KitReport report) {
        return report.linking().isEmpty() ? "" : "A child is linked by the kit: " + report.linking() + "\n";
    }

    /** One program decides few rules; of the others nothing is told. */
    private static boolean tells(KitReport report, Verdict verdict) {
        boolean undecided = verdict == Verdict.NOT_RUN || verdict == Verdict.NOT_APPLICABLE;
        return verdict != Verdict.PASS && !(undecided && report.programs() <= 1);
    }

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
                counts.add(count + " " + label(verdict).toLowerCase(Locale.ROOT));
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
        return "%-14s  %-11s  %s%s".formatted(label(result.verdict()), rule.id(), strength, words(result, declared));
    }

    /** Why a rule has this verdict, or else what it says. */
    public static String words(RuleResult result, Set<Capability> declared) {
        if (!result.note().isEmpty()) {
            return result.note();
        }
        return switch (result.verdict()) {
            case NOT_APPLICABLE -> inapplicable(result.rule(), declared);
            case NOT_RUN -> evidence(result.rule().evidence());
            default -> result.rule().sentence();
        };
    }

    private static String inapplicable(Rule rule, Set<Capability> declared) {
        Set<Capability> missing = new TreeSet<>(rule.needs());
        missing.removeAll(declared);
        if (missing.isEmpty() && !rule.text().oneOf().isEmpty()) {
            return "needs one of " + names(new TreeSet<>(rule.text().oneOf()));
        }
        Set<Capability> excluded = new TreeSet<>(rule.text().unless());
        excluded.retainAll(declared);
        return missing.isEmpty() ? "not with " + names(excluded) : "needs " + names(missing);
    }

    private static String evidence(Set<Evidence> kinds) {
        return names(new TreeSet<>(kinds)).toLowerCase(Locale.ROOT);
    }

    private static String names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).collect(Collectors.joining(", "));
    }

    private static void known(StringBuilder text, List<Failure> failures, Replay replay) {
        if (!failures.isEmpty()) {
            text.append("\nEach known failure, shown once more:\n");
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

    public static String label(Verdict verdict) {
        return verdict.name().replace('_', '-');
    }
}
