package dev.cascata.stress;

import dev.cascata.conformance.cli.Crash;
import dev.cascata.conformance.cli.ExitCode;
import dev.cascata.conformance.cli.Host;
import dev.cascata.conformance.cli.UsageError;
import java.io.PrintStream;
import java.util.stream.Collectors;

/** Runs the races from the command line. A mistake in it is reported in one sentence on standard error. */
public final class Main {
    private final PrintStream out;
    private final PrintStream err;

    private Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    /** Does what the flags ask for, and returns the exit code. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        return Crash.guard(err, () -> new Main(out, err).run(args));
    }

    private int run(String... args) {
        try {
            return run(Flags.parse(args));
        } catch (UsageError e) {
            err.println(e.getMessage());
            return e.code().number();
        }
    }

    private int run(Flags flags) {
        if (flags.help) {
            out.print(Flags.usage());
            return 0;
        } else if (flags.list) {
            flags.races().forEach(race -> out.println(line(race)));
            return 0;
        }
        Harness harness = new Harness(flags.out, flags.budget());
        boolean expected = flags.mutants ? new MutantTrial(harness, flags.races(), out).run() : judge(flags, harness);
        return expected ? 0 : 1;
    }

    private boolean judge(Flags flags, Harness harness) {
        Subject subject = Subject.of(flags.kit);
        KitTrial trial = new KitTrial(subject, flags.races(), harness, out);
        Report report = flags.report == null ? null : new Report(flags.report);
        requireProcessors();
        KitTrial.Results results = trial.run();
        if (report != null) {
            out.print(report.write(results));
        }
        return results.asExpected();
    }

    /** Refuses to run on one processor, on which two actors do not race. */
    static void requireProcessors() {
        if (Host.processors() < 2) {
            throw new UsageError(
                    ExitCode.UNSUITABLE, "Races cannot be judged on one processor; run this program on two.");
        }
    }

    private static String line(Race race) {
        return race.name() + "  " + race.rules().stream().map(rule -> rule.id()).collect(Collectors.joining(", "));
    }
}
