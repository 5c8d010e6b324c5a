package dev.cascata.perf.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Builds the tables of a section: a row for each setting of a benchmark, a column for each subject. */
final class Tables {
    private Tables() {}

    static String of(List<Result> results) {
        Map<String, List<Result>> benchmarks = new LinkedHashMap<>();
        for (Result result : results) {
            benchmarks
                    .computeIfAbsent(caption(result.what()), name -> new ArrayList<>())
                    .add(result);
        }
        StringBuilder text = new StringBuilder();
        benchmarks.forEach((name, those) -> text.append(table(name, those)));
        return text.toString();
    }

    /** Returns the caption of a table. Benchmarks of a class that have no settings share one table. */
    private static String caption(Case what) {
        String name = what.benchmark();
        return what.params().isEmpty() ? name.substring(0, name.indexOf('.')) : name;
    }

    private static String table(String name, List<Result> results) {
        Grid grid = new Grid(results);
        List<String> subjects = grid.subjects();
        List<String> heads = new ArrayList<>(List.of("setting"));
        heads.addAll(subjects);
        List<List<String>> rows =
                grid.rows().stream().map(row -> row(grid, row, subjects)).toList();
        return Html.table(name, heads, rows);
    }

    private static List<String> row(Grid grid, String row, List<String> subjects) {
        Case example = grid.example(row);
        Map<String, String> shown = new TreeMap<>(example.params());
        shown.replaceAll((param, value) -> Numbers.grouped(value));
        List<String> cells = new ArrayList<>();
        String settings = new Case("", new TreeMap<>(shown), "", "").settings();
        cells.add(Html.escape(shown.isEmpty() ? withoutClass(example.benchmark()) : settings));
        subjects.forEach(subject -> cells.add(cell(grid, row, subject)));
        return cells;
    }

    /** Returns the name without the class. */
    private static String withoutClass(String benchmark) {
        return benchmark.substring(benchmark.indexOf('.') + 1);
    }

    /** Returns the value and a ratio: of the reference to the floor, of any other subject to the reference. */
    static String cell(Grid grid, String row, String subject) {
        return grid.at(row, subject)
                .map(result -> result.measured()
                        ? Html.withRemark(Numbers.of(result.median(), result.unit()), ratio(grid, row, result))
                        : "<em>" + Html.escape(String.valueOf(result.problem())) + "</em>")
                .orElse("");
    }

    private static String ratio(Grid grid, String row, Result result) {
        String subject = result.what().subject();
        if (subject.equals(Grid.FLOOR)) {
            return "";
        }
        String other = subject.equals(Grid.REFERENCE) ? Grid.FLOOR : Grid.REFERENCE;
        Optional<Result> base = grid.measured(row, other).filter(found -> found.median() > 0);
        return base.map(found -> Numbers.times(result.median() / found.median()) + " " + other)
                .orElse("");
    }

    /** Returns the table of the bytes that each operation allocates. */
    static String allocations(List<Result> results) {
        List<Result> allocating =
                results.stream().filter(result -> result.allocated() != null).toList();
        if (allocating.isEmpty()) {
            return "";
        }
        Grid grid = new Grid(allocating);
        List<String> heads = new ArrayList<>(List.of("operation"));
        heads.addAll(grid.subjects());
        List<List<String>> rows = new ArrayList<>();
        for (String row : grid.rows()) {
            List<String> cells = new ArrayList<>(List.of(Html.escape(row)));
            grid.subjects().forEach(subject -> cells.add(allocated(grid.at(row, subject))));
            rows.add(cells);
        }
        return Html.table("Bytes allocated per operation", heads, rows);
    }

    private static String allocated(Optional<Result> result) {
        return result.map(Result::allocated)
                .map(bytes -> Numbers.of(bytes, "B"))
                .orElse("");
    }
}
