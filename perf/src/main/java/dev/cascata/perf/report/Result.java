package dev.cascata.perf.report;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The result of a case.
 *
 * @param values one for each iteration of each fork; empty if there is a problem
 * @param percentiles of a distribution, by names such as {@code p99}; empty if none was measured
 * @param allocated the bytes per operation, if the thread allocates for the operation alone
 * @param problem why there is no value, in a few words
 */
record Result(
        Case what,
        String unit,
        List<Double> values,
        SortedMap<String, Double> percentiles,
        @Nullable Double allocated,
        @Nullable String problem) {

    static Result problem(Case what, String problem) {
        return new Result(what, Metric.of(what.benchmark()).unit, List.of(), new TreeMap<>(), null, problem);
    }

    boolean measured() {
        return !values.isEmpty();
    }

    double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    double low() {
        return values.stream().mapToDouble(value -> value).min().orElseThrow();
    }

    double high() {
        return values.stream().mapToDouble(value -> value).max().orElseThrow();
    }
}
