package dev.cascata.perf.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Results by row and subject, so that subjects can be compared. */
final class Grid {
    static final String FLOOR = "floor";
    static final String REFERENCE = "reference";
    private static final List<String> ORDER = List.of(FLOOR, "executor", REFERENCE, Plan.GO);

    private final Map<String, Map<String, Result>> rows = new LinkedHashMap<>();

    Grid(List<Result> results) {
        for (Result result : results) {
            rows.computeIfAbsent(result.what().row(), row -> new LinkedHashMap<>())
                    .put(result.what().subject(), result);
        }
    }

    List<String> rows() {
        return List.copyOf(rows.keySet());
    }

    /** Returns a case of the row. */
    Case example(String row) {
        return rows.getOrDefault(row, Map.of()).values().iterator().next().what();
    }

    Optional<Result> at(String row, String subject) {
        return Optional.ofNullable(rows.getOrDefault(row, Map.of()).get(subject));
    }

    /** Returns the result of a subject in a row, if it was measured. */
    Optional<Result> measured(String row, String subject) {
        return at(row, subject).filter(Result::measured);
    }

    /** Returns the subjects with measured results: the floor, the executor, the reference, Go, then the others. */
    List<String> subjects() {
        Set<String> found = new LinkedHashSet<>();
        rows.values()
                .forEach(row -> row.values().stream()
                        .filter(Result::measured)
                        .forEach(result -> found.add(result.what().subject())));
        List<String> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingInt(Grid::place));
        return sorted;
    }

    private static int place(String subject) {
        int known = ORDER.indexOf(subject);
        return known >= 0 ? known : ORDER.size() + (subject.equals(Plan.PLAIN) ? 1 : 0);
    }

    /** Returns the best result of another library for the JVM. The plain context is not a library. */
    Optional<Result> bestPeer(String row) {
        return rows.getOrDefault(row, Map.of()).values().stream()
                .filter(Result::measured)
                .filter(result -> !ORDER.contains(result.what().subject())
                        && !result.what().subject().equals(Plan.PLAIN))
                .min(Comparator.comparingDouble(Result::median));
    }
}
