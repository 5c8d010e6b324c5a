package dev.cascata.stress;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jcstress.annotations.Expect;

/** What was seen of a race, as a table for people. */
final class Table {
    private Table() {}

    static String of(Seen seen) {
        List<Seen.Outcome> shown = seen.outcomes().stream()
                .filter(outcome -> outcome.samples() > 0 || outcome.expect() != Expect.FORBIDDEN)
                .toList();
        int width = shown.stream().mapToInt(o -> o.result().length()).max().orElse(0);
        String format = "%" + Math.max(width, "RESULT".length()) + "s  %13s  %7s  %-11s  %s";
        List<String> lines = shown.stream()
                .map(outcome -> row(format, outcome, seen.samples()))
                .toList();
        return String.format(format, "RESULT", "SAMPLES", "FREQ", "GRADE", "MEANING") + "\n"
                + lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String row(String format, Seen.Outcome outcome, long all) {
        double share = all == 0 ? 0 : 100.0 * outcome.samples() / all;
        return String.format(
                Locale.ROOT,
                format,
                outcome.result(),
                String.format(Locale.ROOT, "%,d", outcome.samples()),
                share > 0 && share < 0.01 ? "<0.01%" : String.format(Locale.ROOT, "%.2f%%", share),
                grade(outcome),
                outcome.meaning());
    }

    private static String grade(Seen.Outcome outcome) {
        return switch (outcome.expect()) {
            case ACCEPTABLE -> "acceptable";
            case ACCEPTABLE_INTERESTING -> "by kit";
            default -> "forbidden";
        };
    }
}
