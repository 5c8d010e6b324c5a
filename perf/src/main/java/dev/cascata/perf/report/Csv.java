package dev.cascata.perf.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All results as a table for other programs. */
final class Csv {
    private static final List<String> SHARES = List.of("p50", "p90", "p99", "p999", "p100");

    private Csv() {}

    static String of(Report report) {
        List<String> heads = new ArrayList<>(List.of("benchmark", "setting", "subject", "jdk", "unit"));
        heads.addAll(List.of("median", "low", "high", "values"));
        heads.addAll(SHARES);
        heads.addAll(List.of("allocated", "problem"));
        return String.join(",", heads) + "\n"
                + report.results().stream().map(Csv::line).collect(Collectors.joining());
    }

    private static String line(Result result) {
        Case what = result.what();
        List<String> cells =
                new ArrayList<>(List.of(what.benchmark(), what.settings(), what.subject(), what.jdk(), result.unit()));
        boolean measured = result.measured();
        cells.add(measured ? number(result.median()) : "");
        cells.add(measured ? number(result.low()) : "");
        cells.add(measured ? number(result.high()) : "");
        cells.add(String.valueOf(result.values().size()));
        SHARES.forEach(share -> cells.add(number(result.percentiles().get(share))));
        cells.add(number(result.allocated()));
        cells.add(result.problem() == null ? "" : result.problem());
        return cells.stream().map(Csv::quoted).collect(Collectors.joining(",")) + "\n";
    }

    private static String number(@Nullable Double value) {
        return value == null ? "" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static String quoted(String cell) {
        return cell.matches("[^\",\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
