package dev.cascata.stress;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jcstress.annotations.Expect;

/** Prints the outcomes of a race as a table. */
final class OutcomeTable {
    private OutcomeTable() {}

    static String of(RaceResult result) {
        List<RaceResult.Outcome> shown = result.outcomes().stream()
                .filter(outcome -> outcome.samples() > 0 || outcome.expect() != Expect.FORBIDDEN)
                .toList();
        int width = shown.stream()
                .mapToInt(outcome -> outcome.result().length())
                .max()
                .orElse(0);
        String format = "%" + Math.max(width, "RESULT".length()) + "s  %13s  %7s  %-11s  %s\n";
        return String.format(Locale.ROOT, format, "RESULT", "SAMPLES", "FREQ", "GRADE", "MEANING")
                + shown.stream()
                        .map(outcome -> row(format, outcome, result.samples()))
                        .collect(Collectors.joining());
    }

    private static String row(String format, RaceResult.Outcome outcome, long all) {
        return String.format(
                Locale.ROOT,
                format,
                outcome.result(),
                String.format(Locale.ROOT, "%,d", outcome.samples()),
                frequency(outcome.samples(), all),
                grade(outcome),
                outcome.meaning());
    }

    private static String frequency(long samples, long all) {
        double share = all == 0 ? 0 : 100.0 * samples / all;
        return share > 0 && share < 0.01 ? "<0.01%" : String.format(Locale.ROOT, "%.2f%%", share);
    }

    private static String grade(RaceResult.Outcome outcome) {
        return switch (outcome.expect()) {
            case ACCEPTABLE -> "acceptable";
            case ACCEPTABLE_INTERESTING -> "by kit";
            default -> "forbidden";
        };
    }
}
