package dev.cascata.conformance;

import dev.cascata.conformance.cli.Crash;
import dev.cascata.conformance.cli.ExitCode;
import dev.cascata.conformance.cli.PipedOutput;
import dev.cascata.conformance.cli.UsageError;
import dev.cascata.conformance.discovery.Candidate;
import dev.cascata.conformance.kit.Options;
import dev.cascata.conformance.report.ConsoleProgress;
import dev.cascata.conformance.report.Explain;
import dev.cascata.conformance.rules.Catalogue;
import java.io.InputStream;
import java.io.PrintStream;

/** The command line of the suite. It reports wrong usage in one sentence on standard error. */
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
        System.exit(run(args, System.in, PipedOutput.open(), System.err));
    }

    /** Does what the flags ask for and returns the exit code. */
    public static int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
        return Crash.guard(err, () -> new Main(in, out, err).run(args).number());
    }

    private ExitCode run(String... args) {
        try {
            ExitCode code = execute(Flags.parse(args));
            return out.checkError() ? refused(UsageError.cannotWrite("Cannot write to standard output.")) : code;
        } catch (UsageError e) {
            return refused(e);
        }
    }

    private ExitCode refused(UsageError error) {
        err.println(error.getMessage());
        return error.code();
    }

    private ExitCode execute(Flags flags) {
        if (flags.help) {
            return print(Flags.usage());
        } else if (flags.version) {
            return print(
                    "Cascata conformance suite, catalogue " + Catalogue.VERSION + ", Java " + Runtime.version() + "\n");
        } else if (flags.listRules) {
            return print(Explain.list());
        } else if (flags.explain != null) {
            return print(Explain.rule(Explain.find("--explain", flags.explain, true)));
        }
        return flags.listKits ? listKits(flags) : flags.mutants ? hunt(flags) : judge(flags);
    }

    private ExitCode judge(Flags flags) {
        Request request = Request.of(flags, Options.defaults(), in);
        if (!flags.namesKits()) {
            ConsoleProgress.on(err).search();
        }
        RunPlan plan = RunPlan.of(request, flags);
        if (flags.fresh) {
            out.println("seed " + request.options().seed() + ", drawn afresh");
        }
        return new Session(plan, out, err).run();
    }

    private ExitCode hunt(Flags flags) {
        return new HuntSession(flags, out, err).run();
    }

    private ExitCode listKits(Flags flags) {
        long limit = flags.limit == null ? Options.DEFAULT_LIMIT_MILLIS : flags.limit;
        return RunPlan.candidates(flags, limit).stream().map(this::list).reduce(ExitCode.EXPECTED, ExitCode::or);
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
