package dev.cascata.stress;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import me.tongfei.progressbar.ProgressState;
import picocli.CommandLine.Help.Ansi;

/** Shows how far a run has come and how long it will take: a bar on a terminal, elsewhere a line every 15 seconds. */
final class Progress implements AutoCloseable {
    private static final int WIDTH = 110;
    private static final int REFRESH_MILLIS = 500;
    private static final int LINE_MILLIS = 15_000;

    private final ProgressBar bar;

    Progress(PrintStream out, int runs) {
        ProgressBarBuilder builder = new ProgressBarBuilder()
                .setTaskName("races")
                .setInitialMax(runs)
                .setStyle(ProgressBarStyle.ASCII)
                .setMaxRenderedLength(WIDTH)
                .continuousUpdate();
        bar = Ansi.AUTO.enabled()
                ? builder.setUpdateIntervalMillis(REFRESH_MILLIS).build()
                : builder.setUpdateIntervalMillis(LINE_MILLIS)
                        .setRenderer((state, width) -> line(state))
                        .setConsumer(new DelegatingProgressBarConsumer(distinct(out), WIDTH))
                        .build();
    }

    /** Counts one run of a race. */
    void step(String race) {
        bar.setExtraMessage(race);
        bar.step();
    }

    /** Prints a line unless it repeats the last one, as the bar does at its end. */
    private static Consumer<String> distinct(PrintStream out) {
        AtomicReference<String> last = new AtomicReference<>("");
        return line -> {
            if (!line.equals(last.getAndSet(line))) {
                out.println(line);
            }
        };
    }

    private static String line(ProgressState state) {
        long done = state.getCurrent();
        Duration elapsed = state.getElapsedAfterStart();
        return String.format(
                Locale.ROOT,
                "%s: %d of %d run%s",
                state.getTaskName(),
                done,
                state.getMax(),
                done == 0 || done == state.getMax()
                        ? ""
                        : left(elapsed.multipliedBy(state.getMax() - done).dividedBy(done)));
    }

    private static String left(Duration time) {
        return time.toSeconds() < 90
                ? ", about " + time.toSeconds() + " s left"
                : ", about " + time.plusSeconds(30).toMinutes() + " min left";
    }

    @Override
    public void close() {
        bar.close();
    }
}
