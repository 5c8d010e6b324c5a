package dev.cascata.conformance;

import dev.cascata.conformance.cli.ExitCode;
import dev.cascata.conformance.cli.UsageError;
import dev.cascata.conformance.discovery.Candidate;
import dev.cascata.conformance.report.Explain;
import dev.cascata.conformance.rules.Catalogue;
import java.io.InputStream;
import java.io.PrintStream;

/** The command line of the suite. What is wrong with it is told in one sentence on standard error. */
public final class Main {
    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;

    private Main(InputStream in, PrintStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        System.exit(run(args, System.in, System.out, System.err));
    }

    /** Does what the flags ask for and answers the exit code. */
    public static int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
        return new Main(in, out, err).run(args).number();
    }

    private ExitCode run(String... args) {
        try {
            ExitCode code = answer(Flags.parse(args));
            return out.checkError() ? refused(UsageError.cannotWrite("Cannot write to standard output.")) : code;
        } catch (UsageError e) {
            return refused(e);
        }
    }

    private ExitCode refused(UsageError refusal) {
        err.println(refusal.getMessage());
        return refusal.code();
    }

    private ExitCode answer(Flags flags) {
        if (flags.help) {
            return print(Flags.usage());
        } else if (flags.version) {
            return print(
                    "Cascata conformance suite, catalogue " + Catalogue.VERSION + ", Java " + Runtime.version() + "\n");
        } else if (flags.listRules) {
            return print(Explain.list());
        } else if (flags.explain != null) {
            return print(Explain.rule(Explain.find(flags.explain)));
        }
        return flags.listKits ? listKits(flags) : flags.mutants ? hunt(flags) : judge(flags);
    }

    private ExitCode judge(Flags flags) {
        RunPlan setup = RunPlan.of(flags, in);
        if (flags.fresh) {
            out.println("seed " + setup.options().seed() + ", drawn afresh");
        }
        return new Session(setup, out, err).run();
    }

    private ExitCode hunt(Flags flags) {
        if (!flags.kits.isEmpty() || flags.program != null || flags.check != null) {
            throw UsageError.usage("With --mutants no kit is judged, by no program or check of yours; "
                    + "leave --kit, --program and --check out.");
        }
        return new HuntSession(flags, out, err).run();
    }

    private ExitCode listKits(Flags flags) {
        return RunPlan.candidates(flags).stream().map(this::list).reduce(ExitCode.EXPECTED, ExitCode::or);
    }

    private ExitCode list(Candidate candidate) {
        if (candidate instanceof Candidate.Faulty faulty) {
            err.println("Kit " + faulty.className() + " is faulty: " + faulty.fault() + ".");
            return ExitCode.ADAPTER_FAULT;
        } else if (candidate instanceof Candidate.Absent absent) {
            out.println(absent.sentence());
        } else if (candidate instanceof Candidate.Ready ready) {
            out.println(ready.className() + "  " + ready.kit().name());
        }
        return ExitCode.EXPECTED;
    }

    private ExitCode print(String text) {
        out.print(text);
        return ExitCode.EXPECTED;
    }
}
