package dev.cascata.conformance.report;

import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.rules.Verdict;
import dev.cascata.conformance.suite.KitReport;
import dev.cascata.conformance.suite.RuleResult;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The end of a run, on one screen: a line for each of several kits, and what is not as expected. */
public final class Summary {
    private static final String ROW = "  %-33.33s %4s %4s %5s %7s %8s %7s %4s  %s";
    private static final String HEAD =
            String.format(Locale.ROOT, ROW, "", "pass", "fail", "known", "differs", "untested", "not-run", "n/a", "");
    private static final List<Verdict> COLUMNS = List.of(
            Verdict.PASS,
            Verdict.FAIL,
            Verdict.KNOWN,
            Verdict.DIFFERS,
            Verdict.UNTESTED,
            Verdict.NOT_RUN,
            Verdict.NOT_APPLICABLE);

    private Summary() {}

    /** Returns the table if there are several kits, and the sentences that follow it. */
    public static String render(List<KitReport> reports, List<String> notJudged) {
        TextPage page = new TextPage().line("");
        if (reports.size() > 1) {
            page.line(HEAD);
            reports.forEach(report -> page.line(row(report)));
            page.line("");
        }
        Stream.concat(notJudged.stream(), sentences(reports)).forEach(page::paragraph);
        return page.toString();
    }

    private static String row(KitReport report) {
        Stream<Object> counts = COLUMNS.stream().map(report::count);
        return String.format(
                Locale.ROOT,
                ROW,
                Stream.of(Stream.of(report.kit()), counts, Stream.of(outcome(report)))
                        .flatMap(cells -> cells)
                        .toArray());
    }

    private static String outcome(KitReport report) {
        return report.fault() != null ? "faulty kit" : report.surprising() ? "not as expected" : "as expected";
    }

    private static Stream<String> sentences(List<KitReport> reports) {
        List<KitReport> others = reports.stream()
                .filter(report -> report.fault() != null || report.surprising())
                .toList();
        return others.isEmpty()
                ? Stream.of("Everything is as expected.")
                : others.stream().map(Summary::sentence);
    }

    private static String sentence(KitReport report) {
        return report.fault() != null
                ? report.kit() + ": the kit is faulty, see above."
                : Stream.of(broken(report), stale(report))
                        .filter(clause -> !clause.isEmpty())
                        .collect(Collectors.joining("; ", report.kit() + ": ", "."));
    }

    private static String broken(KitReport report) {
        List<String> ids = report.results().stream()
                .filter(RuleResult::surprising)
                .map(RuleResult::rule)
                .map(Rule::id)
                .toList();
        return ids.isEmpty() ? "" : "MUST rules that are broken or untested: " + String.join(", ", ids);
    }

    private static String stale(KitReport report) {
        return report.stale().isEmpty()
                ? ""
                : "stale lines in the file of known failures: " + report.stale().size();
    }
}
