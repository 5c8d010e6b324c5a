package dev.cascata.perf.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A sample run with invented values. */
final class Samples {
    private Samples() {}

    static Case of(String benchmark, Map<String, String> params, String subject) {
        return new Case(benchmark, new TreeMap<>(params), subject, "25.0.1");
    }

    static Case life(String subject) {
        return of("Life.createAndCancel", Map.of("siblings", "0"), subject);
    }

    static Result value(Case what, Double... values) {
        return new Result(what, Metric.of(what.benchmark()).unit, List.of(values), new TreeMap<>(), null, null);
    }

    static Report report() {
        List<Result> results = new ArrayList<>();
        chain(results, "1000", 5, 12, 200);
        chain(results, "1000000", 6, 15, 400);
        Map<String, String> deep = Map.of("shape", "chain", "size", "1000000");
        results.add(Result.problem(of("Propagation.buildAndCancel", deep, "grpc"), "stack overflow"));
        results.add(value(of("Propagation.buildAndCancel", Map.of("shape", "chain", "size", "1000"), "grpc"), 48.0));
        results.add(waiting("reference", 9_000));
        results.add(waiting("floor", 8_000));
        results.add(new Result(life("reference"), "ns", List.of(30.0), new TreeMap<>(), 56.0, null));
        results.add(value(of("Memory.withCancel", Map.of(), "reference"), 112.0));
        return new Report(machine(), results);
    }

    static Machine machine() {
        return machine("quick");
    }

    static Machine machine(String mode) {
        return new Machine(
                "A processor", 2, "Linux amd64", List.of("25.0.1", "17.0.15"), "1.26", "0a1b2c", "2026-01-02", mode);
    }

    private static void chain(List<Result> results, String size, double floor, double reference, double go) {
        Map<String, String> params = Map.of("shape", "chain", "size", size);
        Map<String, Double> values = new TreeMap<>(Map.of("floor", floor, "reference", reference, "go", go));
        values.forEach((subject, value) ->
                results.add(value(of("Propagation.buildAndCancel", params, subject), value - 1, value, value + 2)));
    }

    private static Result waiting(String subject, double median) {
        Map<String, String> params = Map.of("depth", "1", "threads", "platform", "waiters", "1");
        return new Result(
                of("WakeUp.cancel", params, subject),
                "ns",
                List.of(median),
                new TreeMap<>(Map.of("p50", median, "p99", 3 * median, "p100", 10 * median)),
                null,
                null);
    }
}
