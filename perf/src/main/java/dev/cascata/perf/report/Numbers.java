package dev.cascata.perf.report;

import java.util.Locale;

/** Formats numbers with three significant digits. */
final class Numbers {
    private static final double THOUSAND = 1000;
    private static final String[] TIMES = {"ns", "µs", "ms", "s"};

    private Numbers() {}

    static String of(double value) {
        double size = Math.abs(value);
        String format = size < 9.995 ? "%.2f" : size < 99.95 ? "%.1f" : "%,.0f";
        return String.format(Locale.ROOT, format, value);
    }

    /** Formats a value with its unit; many nanoseconds become µs, ms or s. */
    static String of(double value, String unit) {
        if (!unit.equals(TIMES[0])) {
            return of(value) + " " + unit;
        }
        int at = 0;
        double scaled = value;
        while (Math.abs(scaled) >= THOUSAND && at < TIMES.length - 1) {
            scaled /= THOUSAND;
            at++;
        }
        return of(scaled) + " " + TIMES[at];
    }

    static String times(double ratio) {
        return of(ratio) + "×";
    }

    static String percent(double ratio) {
        return String.format(Locale.ROOT, "%+.0f %%", (ratio - 1) * 100);
    }

    /** Adds commas to a long whole number; returns any other text unchanged. */
    static String grouped(String text) {
        return text.matches("\\d{4,}") ? String.format(Locale.ROOT, "%,d", Long.parseLong(text)) : text;
    }
}
