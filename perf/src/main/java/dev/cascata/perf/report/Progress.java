package dev.cascata.perf.report;

import java.io.PrintStream;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Help.Ansi;

/** Shows how far a run is and how long it will take: as a bar on a terminal, else as a line every half a minute. */
final class Progress implements AutoCloseable {
    private static final int WIDTH = 110;
    private static final int REFRESH_MILLIS = 500;
    private static final int LINE_MILLIS = 30_000;

    private final ProgressBar bar;

    Progress(PrintStream out, int cases) {
        ProgressBarBuilder builder = new ProgressBarBuilder()
                .setTaskName("Measuring")
                .setInitialMax(cases)
                .setStyle(ProgressBarStyle.ASCII)
                .setMaxRenderedLength(WIDTH)
                .continuousUpdate();
        bar = Ansi.AUTO.enabled()
                ? builder.setUpdateIntervalMillis(REFRESH_MILLIS).build()
                : builder.setUpdateIntervalMillis(LINE_MILLIS)
                        .setConsumer(new DelegatingProgressBarConsumer(out::println, WIDTH))
                        .build();
    }

    void begin(Case what) {
        bar.setExtraMessage(what.id());
    }

    void end() {
        bar.step();
    }

    @Override
    public void close() {
        bar.close();
    }
}
