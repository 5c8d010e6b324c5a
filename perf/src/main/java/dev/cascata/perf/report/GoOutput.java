package dev.cascata.perf.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what {@code go test -bench} prints: a line for each run, with pairs of a number and its unit. */
final class GoOutput {
    private static final Pattern LINE = Pattern.compile("^Benchmark\\S+\\s+\\d+\\s+(.*)$", Pattern.MULTILINE);
    private static final Pattern PAIR = Pattern.compile("(\\S+) (\\S+)");

    private GoOutput() {}

    static Result result(Case what, String said) {
        Measure measure = Measure.of(what.benchmark());
        String unit = measure == Measure.TIME ? "ns/op" : measure.metric;
        List<Double> values = new ArrayList<>();
        Map<String, List<Double>> all = new TreeMap<>();
        for (Map<String, Double> line : lines(said)) {
            line.forEach((name, value) ->
                    all.computeIfAbsent(name, none -> new ArrayList<>()).add(value));
            if (line.containsKey(unit)) {
                values.add(line.get(unit));
            }
        }
        return values.isEmpty()
                ? Result.problem(what, "not there in Go")
                : new Result(what, measure.unit, values, percentiles(all), allocated(measure, all), null);
    }

    private static List<Map<String, Double>> lines(String said) {
        return LINE.matcher(said)
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

    private static @Nullable Double allocated(Measure measure, Map<String, List<Double>> all) {
        List<Double> bytes = all.get("B/op");
        return bytes == null || !measure.tellsAllocation() ? null : (Double) mean(bytes);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).average().orElseThrow();
    }
}
