package dev.cascata.perf.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the output of {@code go test -bench}: a line for each run, with pairs of a number and its unit. */
final class GoOutput {
    private static final Pattern LINE = Pattern.compile("^Benchmark\\S+\\s+\\d+\\s+(.*)$", Pattern.MULTILINE);
    private static final Pattern PAIR = Pattern.compile("(\\S+) (\\S+)");

    private GoOutput() {}

    static Result result(Case what, String output) {
        Metric metric = Metric.of(what.benchmark());
        String unit = metric == Metric.TIME ? "ns/op" : metric.counter;
        List<Double> values = new ArrayList<>();
        Map<String, List<Double>> all = new TreeMap<>();
        for (Map<String, Double> line : lines(output)) {
            line.forEach((name, value) ->
                    all.computeIfAbsent(name, none -> new ArrayList<>()).add(value));
            if (line.containsKey(unit)) {
                values.add(line.get(unit));
            }
        }
        return values.isEmpty()
                ? Result.problem(what, "no such benchmark in Go")
                : new Result(what, metric.unit, values, percentiles(all), allocated(metric, all), null);
    }

    private static List<Map<String, Double>> lines(String output) {
        return LINE.matcher(output)
                .results()
                .map(line -> pairs(line.group(1).replace('\t', ' ').replaceAll(" +", " ")))
                .toList();
    }

    private static Map<String, Double> pairs(String text) {
        Map<String, Double> pairs = new TreeMap<>();
        Matcher pair = PAIR.matcher(text);
        while (pair.find()) {
            pairs.put(pair.group(2), Double.valueOf(pair.group(1)));
        }
        return pairs;
    }

    private static SortedMap<String, Double> percentiles(Map<String, List<Double>> all) {
        SortedMap<String, Double> found = new TreeMap<>();
        all.forEach((name, values) -> {
            if (name.matches("p\\d+")) {
                found.put(name, mean(values));
            }
        });
        return found;
    }

    private static @Nullable Double allocated(Metric metric, Map<String, List<Double>> all) {
        List<Double> bytes = all.get("B/op");
        return bytes == null || !metric.reportsAllocation() ? null : (Double) mean(bytes);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).average().orElseThrow();
    }
}
