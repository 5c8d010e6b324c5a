package dev.cascata.conformance.report;

import dev.cascata.conformance.rules.Catalogue;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.rules.Verdict;
import dev.cascata.conformance.suite.KitReport;
import dev.cascata.conformance.suite.RuleResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Compares several kits: a line for each, with a cell for each area of rules. */
public final class Matrix {
    public static final String LEGEND = """
            Passed / failed / differs as documented / not applicable. One number: all passed. A dash: none applies.
            Rules that are NOT-RUN, such as those that need races, are not counted.
            """;

    private static final List<String> AREAS =
            Catalogue.all().stream().map(Matrix::area).distinct().toList();

    private Matrix() {}

    public static String render(List<KitReport> reports) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(header());
        rows.add(header().stream().map(cell -> "---").toList());
        reports.stream().filter(r -> !r.results().isEmpty()).forEach(r -> rows.add(cells(r)));
        List<Integer> widths = widths(rows);
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining());
    }

    private static List<String> header() {
        List<String> header = new ArrayList<>(List.of("subject"));
        header.addAll(AREAS);
        return header;
    }

    /** Returns the row of one kit: its name, and a cell for each area. */
    public static List<String> cells(KitReport report) {
        List<String> cells = new ArrayList<>(List.of(report.kit()));
        AREAS.forEach(area -> cells.add(cell(report.results().stream()
                .filter(result -> area(result.rule()).equals(area))
                .toList())));
        return cells;
    }

    private static String cell(List<RuleResult> area) {
        long passed = count(area, Verdict.PASS);
        long failed = count(area, Verdict.FAIL) + count(area, Verdict.KNOWN) + count(area, Verdict.UNTESTED);
        long differs = count(area, Verdict.DIFFERS);
        long inapplicable = count(area, Verdict.NOT_APPLICABLE);
        if (passed + failed + differs == 0) {
            return "-";
        }
        boolean all = failed + differs + inapplicable == 0;
        return all ? "" + passed : passed + "/" + failed + "/" + differs + "/" + inapplicable;
    }

    private static long count(List<RuleResult> results, Verdict verdict) {
        return results.stream().filter(r -> r.verdict() == verdict).count();
    }

    private static String area(Rule rule) {
        return rule.id().substring(0, rule.id().indexOf('_'));
    }

    private static List<Integer> widths(List<List<String>> rows) {
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i <= AREAS.size(); i++) {
            int column = i;
            widths.add(rows.stream()
                    .mapToInt(row -> row.get(column).length())
                    .max()
                    .orElse(0));
        }
        return widths;
    }

    /** Returns a row in Markdown, which is readable on a terminal as well. */
    private static String line(List<String> cells, List<Integer> widths) {
        StringBuilder line = new StringBuilder("|");
        for (int i = 0; i < cells.size(); i++) {
            boolean rule = cells.get(i).equals("---");
            String padding =
                    (rule ? "-" : " ").repeat(widths.get(i) - cells.get(i).length());
            line.append(' ').append(cells.get(i)).append(padding).append(" |");
        }
        return line.append('\n').toString();
    }
}
