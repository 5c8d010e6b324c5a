package dev.cascata.perf.report;

import dev.cascata.conformance.cli.Crash;
import dev.cascata.conformance.cli.ExitCode;
import dev.cascata.conformance.cli.UsageError;
import dev.cascata.perf.Subjects;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The command {@code report}. A wrong flag is reported in one sentence on standard error. */
public final class ReportCommand {
    private final Flags flags;
    private final PrintStream out;

    private ReportCommand(Flags flags, PrintStream out) {
        this.flags = flags;
        this.out = out;
    }

    /** Runs the command and returns the exit code. */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return Crash.guard(err, () -> execute(args, out, err));
    }

    private static int execute(String[] args, PrintStream out, PrintStream err) {
        try {
            Flags flags = Flags.parse(args);
            if (flags.help) {
                out.print(Flags.usage());
                return 0;
            }
            return new ReportCommand(flags, out).run();
        } catch (UsageError e) {
            err.println(e.getMessage());
            return e.code().number();
        }
    }

    private int run() {
        Map<String, String> jdks = Jdks.of(flags.jdks);
        List<Plan.Step> steps = steps(List.copyOf(jdks.keySet()));
        if (flags.list) {
            steps.forEach(step -> out.println(step.what().id()));
            return 0;
        }
        Baseline baseline = flags.baseline == null ? null : Baseline.read(flags.baseline);
        ReportFiles files = new ReportFiles(flags.out);
        files.requireWritable();
        return measure(steps, jdks, baseline, files);
    }

    private List<Plan.Step> steps(List<String> jdks) {
        List<String> subjects = flags.subjects.isEmpty() ? allSubjects() : known(flags.subjects);
        List<Plan.Step> steps = Plan.all(Benchmark.all(), subjects, jdks).stream()
                .filter(step -> flags.wanted().test(step.what()))
                .toList();
        if (steps.isEmpty()) {
            throw UsageError.usage("No case matches; --list --full prints all cases.");
        }
        return steps;
    }

    private static List<String> allSubjects() {
        List<String> all = new ArrayList<>(Subjects.names());
        all.add(Plan.GO);
        return all;
    }

    private static List<String> known(List<String> subjects) {
        for (String subject : subjects) {
            try {
                if (!subject.equals(Plan.GO)) {
                    Subjects.named(subject);
                }
            } catch (IllegalArgumentException e) {
                throw UsageError.usage(String.valueOf(e.getMessage()));
            }
        }
        return subjects;
    }

    private int measure(List<Plan.Step> all, Map<String, String> jdks, @Nullable Baseline baseline, ReportFiles files) {
        Budget budget = flags.budget();
        List<Plan.Step> steps = all;
        GoTool go = null;
        String version = "not selected";
        if (all.stream().anyMatch(step -> step.what().subject().equals(Plan.GO))) {
            try {
                go = GoTool.compiled(Files.createTempDirectory("cascata-go"), budget);
                version = go.version();
            } catch (GoTool.Unusable | IOException e) {
                version = "not measured, because " + e.getMessage();
                out.println("Go is " + version + ".");
                steps = all.stream()
                        .filter(step -> !step.what().subject().equals(Plan.GO))
                        .toList();
            }
        }
        Machine machine = Machine.here(List.copyOf(jdks.keySet()), version, budget);
        Session session = new Session(budget, new Jmh(budget, jdks), go);
        return finish(steps, session, new Closing(session, steps.size(), machine, baseline, files, out));
    }

    private int finish(List<Plan.Step> steps, Session session, Closing closing) {
        Thread hook = new Thread(closing::interrupted, "report what was measured");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            session.run(steps, out);
        } catch (UsageError e) {
            closing.abandon();
            throw e;
        }
        return closing.complete();
    }

    /** Writes the report once: at the end, or when the run is interrupted. */
    private record Closing(
            Session session,
            int cases,
            Machine machine,
            @Nullable Baseline baseline,
            ReportFiles files,
            PrintStream out,
            AtomicBoolean written) {

        Closing(
                Session session,
                int cases,
                Machine machine,
                @Nullable Baseline baseline,
                ReportFiles files,
                PrintStream out) {
            this(session, cases, machine, baseline, files, out, new AtomicBoolean());
        }

        void interrupted() {
            if (written.compareAndSet(false, true)) {
                session.stop();
                out.println();
                out.println("Interrupted: " + session.results().size() + " of " + cases + " cases were measured. "
                        + "The report is " + write() + ".");
            }
        }

        void abandon() {
            written.set(true);
        }

        int complete() {
            if (!written.compareAndSet(false, true)) {
                return 0;
            }
            boolean some = session.results().stream().anyMatch(Result::measured);
            Path page = write();
            out.println(some ? "The report is " + page + "." : "Nothing could be measured; " + page + " says why.");
            return some ? 0 : ExitCode.SURPRISE.number();
        }

        private Path write() {
            return files.write(new Report(machine, session.results()), baseline);
        }
    }
}
