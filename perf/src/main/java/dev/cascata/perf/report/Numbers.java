package dev.cascata.perf.report;

import java.util.Locale;

/** Numbers as people read them, with three digits that count. */
final class Numbers {
    private static final double THOUSAND = 1000;
    private static final String[] TIMES = {"ns", "µs", "ms", "s"};

    private Numbers() {}

    static String of(double value) {
        double size = Math.abs(value);
        String format = size < 9.995 ? "%.2f" : size < 99.95 ? "%.1f" : "%,.0f";
        return String.format(Locale.ROOT, format, value);
    }

    /** Nanoseconds become larger units where that is shorter. */
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

    /** A whole number from a parameter, with commas; any other text as it is. */
    static String grouped(String text) {
        return text.matches("\\d{4,}") ? String.format(Locale.ROOT, "%,d", Long.parseLong(text)) : text;
    }
}
