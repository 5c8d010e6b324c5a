package dev.cascata.perf.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One plot, in the form that the script of the page reads.
 *
 * @param notes what is not plotted, and why
 */
record Plot(String title, String x, String y, List<Line> lines, List<String> notes) {

    /** The points of one subject. */
    record Line(String subject, List<Point> points) {}

    /** A median with the lowest and the highest of its values. */
    record Point(String x, double y, double low, double high) {}

    private static final Map<String, String> SHARES = shares();

    private static Map<String, String> shares() {
        Map<String, String> shares = new LinkedHashMap<>();
        shares.put("p50", "50 %");
        shares.put("p90", "90 %");
        shares.put("p99", "99 %");
        shares.put("p999", "99.9 %");
        shares.put("p100", "slowest");
        return shares;
    }

    /** Returns the plots of a section: costs over its axis, and the measured distributions. */
    static List<Plot> of(Section section, List<Result> results) {
        Map<String, List<Result>> groups = new LinkedHashMap<>();
        for (Result result : results) {
            if (plotted(section, result) || !result.percentiles().isEmpty()) {
                groups.computeIfAbsent(title(section, result.what()), title -> new ArrayList<>())
                        .add(result);
            }
        }
        return groups.entrySet().stream()
                .map(group -> plot(section, group.getKey(), group.getValue()))
                .filter(plot ->
                        plot.lines().stream().anyMatch(line -> line.points().size() > 1))
                .toList();
    }

    private static boolean plotted(Section section, Result result) {
        return result.what().params().containsKey(section.axis);
    }

    private static String title(Section section, Case what) {
        SortedMap<String, String> rest = new TreeMap<>(what.params());
        rest.remove(section.axis);
        return new Case(what.benchmark(), rest, what.subject(), what.jdk()).row();
    }

    private static Plot plot(Section section, String title, List<Result> results) {
        boolean distribution = !plotted(section, results.get(0));
        Grid grid = new Grid(results);
        List<Line> lines = grid.subjects().stream()
                .map(subject -> new Line(subject, points(section, distribution, subject, results)))
                .toList();
        String unit = results.get(0).unit();
        return distribution
                ? new Plot(title, "percentile", unit, lines, List.of())
                : new Plot(
                        title,
                        section.axis,
                        unit + (section == Section.TREES ? " per node" : ""),
                        lines,
                        notes(section, results));
    }

    /** Returns a note for each reason, with the subjects and sizes that are not plotted for it. */
    private static List<String> notes(Section section, List<Result> results) {
        long all =
                results.stream().map(result -> size(section, result)).distinct().count();
        Map<String, Map<String, List<String>>> missing = new TreeMap<>();
        results.stream()
                .filter(result -> !result.measured())
                .forEach(result -> missing.computeIfAbsent(String.valueOf(result.problem()), p -> new LinkedHashMap<>())
                        .computeIfAbsent(result.what().subject(), s -> new ArrayList<>())
                        .add(size(section, result)));
        return missing.entrySet().stream()
                .map(reason -> names(reason.getValue(), all) + ": " + reason.getKey())
                .toList();
    }

    private static String names(Map<String, List<String>> sizes, long all) {
        return sizes.entrySet().stream()
                .map(each -> each.getValue().size() == all
                        ? each.getKey()
                        : each.getKey() + " at " + String.join(" and ", each.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String size(Section section, Result result) {
        return Numbers.grouped(result.what().params().getOrDefault(section.axis, ""));
    }

    private static List<Point> points(Section section, boolean distribution, String subject, List<Result> results) {
        return results.stream()
                .filter(result -> result.what().subject().equals(subject) && result.measured())
                .flatMap(result ->
                        distribution ? distribution(result).stream() : List.of(point(section, result)).stream())
                .toList();
    }

    private static Point point(Section section, Result result) {
        String x = result.what().params().getOrDefault(section.axis, "");
        return new Point(x, result.median(), result.low(), result.high());
    }

    private static List<Point> distribution(Result result) {
        return SHARES.entrySet().stream()
                .filter(share -> result.percentiles().containsKey(share.getKey()))
                .map(share -> exact(share.getValue(), result.percentiles().getOrDefault(share.getKey(), 0.0)))
                .toList();
    }

    private static Point exact(String x, double value) {
        return new Point(x, value, value, value);
    }
}
