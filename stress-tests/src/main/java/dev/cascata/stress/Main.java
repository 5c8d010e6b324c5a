package dev.cascata.stress;

import java.io.PrintStream;
import java.util.stream.Collectors;

/** The command line of the races. What is wrong with it is told in one sentence on standard error. */
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

    /** Does what the flags ask for and answers the exit code. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        return new Main(out, err).run(args);
    }

    private int run(String... args) {
        try {
            return answer(Flags.parse(args));
        } catch (Refusal e) {
            err.println(e.getMessage());
            return e.code();
        }
    }

    private int answer(Flags flags) {
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
        boolean expected = trial.run();
        if (report != null) {
            out.print(report.write(trial.results()));
        }
        return expected;
    }

    /** Two actors on one processor never meet. */
    static void requireProcessors() {
        if (Machine.processors() < 2) {
            throw new Refusal(
                    Refusal.NOT_HERE,
                    "Races cannot be judged on one processor, where two actors never meet; give this program two.");
        }
    }

    private static String line(Race race) {
        return race.name() + "  " + race.rules().stream().map(rule -> rule.id()).collect(Collectors.joining(", "));
    }
}
