package dev.cascata.perf.report;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cascata.conformance.cli.UsageError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An earlier run, with which a later one is compared. */
final class Baseline {
    private final Report report;
    private final Map<String, Result> before = new HashMap<>();

    Baseline(Report report) {
        this.report = report;
        report.results().stream().filter(Result::measured).forEach(result -> before.put(key(result.what()), result));
    }

    static Baseline read(Path file) {
        try {
            Report report = new ObjectMapper().readValue(Files.readAllBytes(file), Report.class);
            Objects.requireNonNull(report.machine(), "machine");
            return new Baseline(report);
        } catch (JacksonException | NullPointerException e) {
            throw UsageError.usage(
                    "The baseline " + file + " is not the results.json of a report; give --baseline one that is.");
        } catch (IOException e) {
            throw UsageError.usage(
                    "The baseline " + file + " cannot be read; give --baseline the results.json of a report.");
        }
    }

    private static String key(Case what) {
        return what.id() + " jdk=" + what.jdk().split("\\.", -1)[0];
    }

    /**
     * The change of a value, as ratios of now to before.
     *
     * @param low the least ratio that the spread of both runs allows; {@code high} is the greatest
     */
    record Change(Result before, Result now, double ratio, double low, double high) {
        static Change of(Result before, Result now) {
            return new Change(
                    before, now, now.median() / before.median(), now.low() / before.high(), now.high() / before.low());
        }

        /** Returns whether the value is more or less now; it is not clear within the spread of both runs. */
        String verdict() {
            return low > 1 ? "more" : high < 1 ? "less" : "not clear";
        }
    }

    /** Returns the changes of all cases that both runs have measured. */
    List<Change> changes(List<Result> now) {
        List<Change> changes = new ArrayList<>();
        for (Result result : now) {
            Result old = before.get(key(result.what()));
            if (old != null && result.measured() && old.median() > 0) {
                changes.add(Change.of(old, result));
            }
        }
        return changes;
    }

    /** Returns a sentence that says why the two runs are hard to compare; empty if they are not. */
    String caveat(String mode) {
        String before = report.machine().mode();
        return before.equals(mode)
                ? ""
                : "The earlier run was made with --" + before + ", this one with --" + mode
                        + ". Their warm-up times differ, which alone can change a result of a few nanoseconds.";
    }

    String table(List<Result> now) {
        List<List<String>> rows = changes(now).stream().map(Baseline::row).toList();
        return Html.table(
                "Change since " + report.machine().commit() + ", "
                        + report.machine().date(),
                List.of("case", "before", "now", "change", "spread", "verdict"),
                rows);
    }

    private static List<String> row(Change change) {
        String unit = change.now().unit();
        return List.of(
                Html.escape(change.now().what().id()),
                Html.escape(Numbers.of(change.before().median(), unit)),
                Html.escape(Numbers.of(change.now().median(), unit)),
                Numbers.percent(change.ratio()),
                Numbers.percent(change.low()) + " to " + Numbers.percent(change.high()),
                change.verdict());
    }
}
