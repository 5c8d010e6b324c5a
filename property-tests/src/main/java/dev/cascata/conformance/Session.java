package dev.cascata.conformance;

import dev.cascata.conformance.checks.Check;
import dev.cascata.conformance.cli.ExitCode;
import dev.cascata.conformance.cli.Messages;
import dev.cascata.conformance.cli.UsageError;
import dev.cascata.conformance.discovery.Candidate;
import dev.cascata.conformance.kit.Kit;
import dev.cascata.conformance.process.ProcessKit;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.report.ConsoleProgress;
import dev.cascata.conformance.report.ConsoleReport;
import dev.cascata.conformance.report.JsonReport;
import dev.cascata.conformance.report.KnownFailingFiles;
import dev.cascata.conformance.report.Matrix;
import dev.cascata.conformance.report.Replay;
import dev.cascata.conformance.search.Progress;
import dev.cascata.conformance.suite.KitReport;
import dev.cascata.conformance.suite.KnownFailing;
import dev.cascata.conformance.suite.Suite;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One run: judges the kits one after another, and prints and writes each report as soon as there is one. */
final class Session {
    private final RunPlan setup;
    private final PrintStream out;
    private final PrintStream err;
    private final List<KitReport> reports = new ArrayList<>();
    private final List<String> notJudged = new ArrayList<>();
    private ExitCode code = ExitCode.EXPECTED;

    Session(RunPlan setup, PrintStream out, PrintStream err) {
        this.setup = setup;
        this.out = out;
        this.err = err;
    }

    ExitCode run() {
        setup.entries().forEach(this::judge);
        compare();
        return code;
    }

    private void compare() {
        boolean whole = setup.program() == null
                && setup.check() == null
                && setup.options().rules().isEmpty();
        if (whole && reports.size() > 1) {
            out.print("\n" + Matrix.render(reports) + "\n" + Matrix.LEGEND);
        }
    }

    private void judge(RunPlan.Entry entry) {
        if (entry.candidate() instanceof Candidate.Absent absent) {
            notJudged.add(absent.sentence());
            out.println(absent.sentence());
        } else if (entry.candidate() instanceof Candidate.Faulty faulty) {
            add(unmade(faulty), entry.known());
        } else if (entry.candidate() instanceof Candidate.Ready ready) {
            add(judge(ready.kit(), entry.known()), entry.known());
            close(ready.kit());
        }
        attempt(this::writeReport);
    }

    private static void close(Kit kit) {
        if (kit instanceof ProcessKit process) {
            process.close();
        }
    }

    private KitReport judge(Kit kit, KnownFailing known) {
        Progress progress = setup.options().trace() ? Progress.NONE : ConsoleProgress.on(out);
        Suite suite = new Suite(setup.options(), known, progress)
                .traceTo(out::println)
                .guardOutput();
        Program program = setup.program();
        Check check = setup.check();
        if (check != null) {
            return suite.judge(kit, check);
        }
        return program == null ? suite.judge(kit) : suite.judge(kit, program);
    }

    private void add(KitReport report, KnownFailing known) {
        reports.add(report);
        out.print(ConsoleReport.render(report, Replay.of(report)));
        out.flush();
        grade(report);
        attempt(() -> writeKnownFailing(report, known));
    }

    private void grade(KitReport report) {
        String fault = report.fault();
        if (fault != null) {
            err.println("Kit " + report.kitClass() + " is faulty: " + Messages.plain(fault) + ".");
            code = code.or(ExitCode.ADAPTER_FAULT);
        }
        report.stale().forEach(sentence -> err.println(Messages.plain(sentence) + "."));
        if (report.surprising()) {
            code = code.or(ExitCode.SURPRISE);
        }
    }

    private void writeReport() {
        if (setup.report() != null) {
            JsonReport.write(setup.report(), reports, notJudged);
        }
    }

    /** A kit that could not be judged to the end leaves the file as it was. */
    private void writeKnownFailing(KitReport report, KnownFailing known) {
        Path file = setup.writeKnownFailing();
        if (file != null && report.fault() == null) {
            KnownFailingFiles.write(file, report, known);
        }
    }

    private void attempt(Runnable write) {
        if (code == ExitCode.CANNOT_WRITE) {
            return;
        }
        try {
            write.run();
        } catch (UsageError e) {
            err.println(e.getMessage());
            code = code.or(e.code());
        }
    }

    private KitReport unmade(Candidate.Faulty faulty) {
        String name = faulty.className().substring(faulty.className().lastIndexOf('.') + 1);
        long seed = setup.options().seed();
        return new KitReport(
                name, faulty.className(), Set.of(), "", seed, 0, Map.of(), List.of(), List.of(), faulty.fault());
    }
}
