package dev.cascata.perf.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes all results as one table for other programs. */
final class Csv {
    private static final List<String> PERCENTILES = List.of("p50", "p90", "p99", "p999", "p100");

    private static final CsvSchema SCHEMA = CsvSchema.builder()
            .addColumns(
                    List.of("benchmark", "setting", "subject", "jdk", "unit", "median", "low", "high", "values"),
                    CsvSchema.ColumnType.STRING)
            .addColumns(PERCENTILES, CsvSchema.ColumnType.STRING)
            .addColumns(List.of("allocated", "problem"), CsvSchema.ColumnType.STRING)
            .build()
            .withHeader();

    private static final CsvMapper MAPPER = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();

    private Csv() {}

    static String of(Report report) {
        List<List<String>> rows = report.results().stream().map(Csv::row).toList();
        try {
            return MAPPER.writer(SCHEMA).writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> row(Result result) {
        Case what = result.what();
        List<String> cells =
                new ArrayList<>(List.of(what.benchmark(), what.settings(), what.subject(), what.jdk(), result.unit()));
        boolean measured = result.measured();
        cells.add(measured ? number(result.median()) : "");
        cells.add(measured ? number(result.low()) : "");
        cells.add(measured ? number(result.high()) : "");
        cells.add(String.valueOf(result.values().size()));
        PERCENTILES.forEach(name -> cells.add(number(result.percentiles().get(name))));
        cells.add(number(result.allocated()));
        cells.add(Objects.requireNonNullElse(result.problem(), ""));
        return cells;
    }

    private static String number(@Nullable Double value) {
        return value == null ? "" : String.format(Locale.ROOT, "%.3f", value);
    }
}
