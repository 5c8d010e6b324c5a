package dev.cascata.perf.report;

import java.io.PrintStream;

public final class ReportCommand {
    private ReportCommand() {}

    public static int run(String[] args, PrintStream out, PrintStream err) {
        return 0;
    }
}
