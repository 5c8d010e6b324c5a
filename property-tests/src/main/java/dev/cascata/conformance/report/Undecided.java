package dev.cascata.conformance.report;

import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.rules.Verdict;
import dev.cascata.conformance.suite.KitReport;
import dev.cascata.conformance.suite.RuleResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The rules that a run did not decide: one line for each reason, with the rules that it covers. */
final class Undecided {
    private static final String RULES = "%-14s  %s: %s (%s)";

    private Undecided() {}

    static boolean is(RuleResult result) {
        return result.verdict() == Verdict.NOT_APPLICABLE || result.verdict() == Verdict.NOT_RUN;
    }

    static List<String> lines(KitReport report) {
        List<String> lines = new ArrayList<>(lines(report, Verdict.NOT_APPLICABLE));
        lines.addAll(lines(report, Verdict.NOT_RUN));
        return lines;
    }

    private static List<String> lines(KitReport report, Verdict verdict) {
        Map<String, List<Rule>> rules = new LinkedHashMap<>();
        report.results().stream()
                .filter(result -> result.verdict() == verdict)
                .forEach(result -> rules.computeIfAbsent(
                                Reasons.first(result, report.capabilities()), reason -> new ArrayList<>())
                        .add(result.rule()));
        return rules.entrySet().stream()
                .map(group -> line(verdict, group.getKey(), group.getValue()))
                .toList();
    }

    private static String line(Verdict verdict, String reason, List<Rule> rules) {
        String count = rules.size() == 1 ? "1 rule" : rules.size() + " rules";
        String shown = String.format(Locale.ROOT, RULES, verdict.label(), reason, "", count);
        return String.format(
                Locale.ROOT, RULES, verdict.label(), reason, ids(rules, TextPage.WIDTH - shown.length()), count);
    }

    /** Returns the ids, of neighbours the first and the last, and no more than have room. */
    private static String ids(List<Rule> rules, int room) {
        List<String> ranges = ranges(rules);
        String all = String.join(", ", ranges);
        int most = ranges.size();
        while (all.length() > room && most > 1) {
            most--;
            all = String.join(", ", ranges.subList(0, most)) + ", ...";
        }
        return all;
    }

    private static List<String> ranges(List<Rule> rules) {
        int[] starts = IntStream.range(0, rules.size())
                .filter(i -> i == 0 || !neighbours(rules.get(i - 1), rules.get(i)))
                .toArray();
        return IntStream.range(0, starts.length)
                .mapToObj(i -> rules.subList(starts[i], i + 1 < starts.length ? starts[i + 1] : rules.size()))
                .map(Undecided::range)
                .toList();
    }

    private static String range(List<Rule> rules) {
        String first = rules.get(0).id();
        return rules.size() == 1 ? first : first + "-" + number(rules.get(rules.size() - 1));
    }

    private static boolean neighbours(Rule one, Rule next) {
        return one.getClass() == next.getClass() && number(one) + 1 == number(next);
    }

    private static int number(Rule rule) {
        return Integer.parseInt(rule.id().substring(rule.id().indexOf('_') + 1));
    }
}
