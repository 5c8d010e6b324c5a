package dev.cascata.perf;

import dev.cascata.perf.report.ReportCommand;
import java.util.Arrays;

/** The command line of {@code benchmarks.jar}: the report if the first word is {@code report}, else plain JMH. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        if (args.length > 0 && args[0].equals("report")) {
            System.exit(ReportCommand.run(Arrays.copyOfRange(args, 1, args.length), System.out, System.err));
        }
        org.openjdk.jmh.Main.main(args);
    }
}
