package dev.cascata.conformance.report;

import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.search.Progress;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import picocli.CommandLine.Help.Ansi;

/**
 * Shows on standard error how far a run is: on a terminal in one line that is written over, elsewhere in a line every
 * ten seconds. It has no thread of its own, because the suite counts threads and compares times while it judges.
 */
public final class ConsoleProgress implements Progress {
    private static final long LINE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final double SHARE_OF_PROGRAMS = 0.5;
    private static final double SECONDS_A_PROGRAM = 0.01;
    private static final double SECONDS_FOR_CHECKS = 5;
    private static final double ENOUGH_TO_ESTIMATE = 0.05;

    private final PrintStream err;
    private final boolean terminal;
    private final LongSupplier clock;
    private final long start;
    private int kits = 1;
    private int kit;
    private double done;
    private long printed;
    private String shown = "";

    ConsoleProgress(PrintStream err, boolean terminal, LongSupplier clock) {
        this.err = err;
        this.terminal = terminal;
        this.clock = clock;
        this.start = clock.getAsLong();
        this.printed = start;
    }

    /** Returns one that prints nothing unless the stream is standard error itself. */
    public static ConsoleProgress on(PrintStream err) {
        PrintStream real = err == System.err
                ? err
                : new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new ConsoleProgress(real, Ansi.AUTO.enabled(), System::nanoTime);
    }

    /** Says that kits are looked for, which may take a while. */
    public void search() {
        err.println("Looking for kits, and building the adapters of other languages ...");
    }

    /** Says what is judged, and about how long it takes. */
    public void begin(int count, int programs) {
        kits = Math.max(1, count);
        err.printf(
                Locale.ROOT,
                "Judging %s, each by %,d random programs and by directed checks. This takes about %s.%n",
                count == 1 ? "1 kit" : count + " kits",
                programs,
                time(kits * (SECONDS_FOR_CHECKS + SECONDS_A_PROGRAM * programs)));
    }

    @Override
    public void programs(String name, int count, int of) {
        done = of == 0 ? SHARE_OF_PROGRAMS : SHARE_OF_PROGRAMS * count / of;
        show("%s: %,d of %,d programs%s", name, count, of, left());
    }

    @Override
    public void checks(String name, int count, int of) {
        done = SHARE_OF_PROGRAMS + (1 - SHARE_OF_PROGRAMS) * count / of;
        show("%s: %,d of %,d directed checks%s", name, count, of, left());
    }

    @Override
    public void shrinking(String name, Rule rule) {
        show("%s: looking for the shortest program that breaks %s", name, rule.id());
    }

    @Override
    public void end() {
        kit++;
        done = 0;
        if (terminal) {
            overwrite("");
        }
    }

    /** Guesses the time that is left from the time that has passed. */
    private String left() {
        double part = (kit + done) / kits;
        double passed = (clock.getAsLong() - start) / (double) TimeUnit.SECONDS.toNanos(1);
        return part < ENOUGH_TO_ESTIMATE || part >= 1 ? "" : "; about " + time(passed / part - passed) + " left";
    }

    private static String time(double seconds) {
        long tens = Math.max(1, Math.round(seconds / 10)) * 10;
        long minutes = Math.round(seconds / 60);
        return tens < 120 ? tens + " seconds" : minutes + " minutes";
    }

    private void show(String format, Object... values) {
        String line = (kits > 1 ? "Kit " + (kit + 1) + " of " + kits + ", " : "")
                + String.format(Locale.ROOT, format, values);
        if (terminal) {
            overwrite(line);
        } else if (clock.getAsLong() - printed >= LINE_NANOS) {
            printed = clock.getAsLong();
            err.println(line);
        }
    }

    private void overwrite(String line) {
        if (!line.equals(shown)) {
            String rest = " ".repeat(Math.max(0, shown.length() - line.length()));
            err.print("\r" + line + rest + (line.isEmpty() ? "\r" : ""));
            err.flush();
            shown = line;
        }
    }
}
