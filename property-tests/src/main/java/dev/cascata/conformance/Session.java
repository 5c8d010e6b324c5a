package dev.cascata.conformance;

import dev.cascata.conformance.cli.Crash;
import dev.cascata.conformance.cli.ExitCode;
import dev.cascata.conformance.cli.Messages;
import dev.cascata.conformance.cli.UsageError;
import dev.cascata.conformance.discovery.Candidate;
import dev.cascata.conformance.kit.Kit;
import dev.cascata.conformance.known.KnownFailing;
import dev.cascata.conformance.process.ProcessKit;
import dev.cascata.conformance.report.ConsoleProgress;
import dev.cascata.conformance.report.ConsoleReport;
import dev.cascata.conformance.report.Matrix;
import dev.cascata.conformance.report.Replay;
import dev.cascata.conformance.report.Summary;
import dev.cascata.conformance.search.Progress;
import dev.cascata.conformance.suite.KitReport;
import dev.cascata.conformance.suite.Suite;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One run: judges the kits one after another, prints and writes each report at once, and ends with a summary. */
final class Session {
    private final RunPlan plan;
    private final Request request;
    private final PrintStream out;
    private final PrintStream err;
    private final ConsoleProgress progress;
    private final List<KitReport> reports = new ArrayList<>();
    private final List<String> notJudged = new ArrayList<>();
    private ExitCode code = ExitCode.EXPECTED;

    Session(RunPlan plan, PrintStream out, PrintStream err) {
        this.plan = plan;
        this.request = plan.request();
        this.out = out;
        this.err = err;
        this.progress = ConsoleProgress.on(err);
    }

    ExitCode run() {
        announce();
        plan.entries().forEach(this::judge);
        summarize();
        return code;
    }

    private void announce() {
        if (!request.single()) {
            long kits = plan.entries().stream()
                    .filter(entry -> entry.candidate() instanceof Candidate.Ready)
                    .count();
            progress.begin((int) kits, request.options().programs());
        }
    }

    private void summarize() {
        if (request.whole() && reports.size() > 1) {
            out.print("\n" + Matrix.render(reports) + "\n" + Matrix.LEGEND);
        }
        if (!request.single()) {
            out.print(Summary.render(reports, notJudged));
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
        attempt(() -> request.write(reports, notJudged));
    }

    private static void close(Kit kit) {
        if (kit instanceof ProcessKit process) {
            process.close();
        }
    }

    private KitReport judge(Kit kit, KnownFailing known) {
        Progress shown = request.options().trace() || request.single() ? Progress.NONE : progress;
        Suite suite =
                new Suite(request.options(), known, shown).traceTo(out::println).guardOutput();
        try {
            return request.judge(kit, suite);
        } catch (UsageError e) {
            throw e;
        } catch (RuntimeException | Error crash) {
            return crashed(kit, crash);
        }
    }

    /** Makes a report without verdicts, so that the run goes on with the next kit. */
    private KitReport crashed(Kit kit, Throwable crash) {
        Crash.report(err, crash);
        code = code.or(ExitCode.CRASHED);
        return unjudged(kit.name(), kit.id(), "the suite itself failed with " + Messages.of(crash));
    }

    private void add(KitReport report, KnownFailing known) {
        reports.add(report);
        out.print(ConsoleReport.render(report, Replay.of(report)));
        out.flush();
        grade(report);
        attempt(() -> request.writeKnownFailing(report, known));
    }

    private void grade(KitReport report) {
        String fault = report.fault();
        if (fault != null) {
            err.println("Kit " + report.kitClass() + " is faulty: " + Messages.plain(fault) + ".");
            code = code.or(ExitCode.ADAPTER_FAULT);
        }
        report.stale().forEach(sentence -> err.println(Messages.capital(sentence) + "."));
        if (report.surprising()) {
            code = code.or(ExitCode.SURPRISE);
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
        return unjudged(name, faulty.className(), faulty.fault());
    }

    private KitReport unjudged(String name, String id, String fault) {
        long seed = request.options().seed();
        return new KitReport(name, id, Set.of(), "", seed, 0, Map.of(), List.of(), List.of(), fault);
    }
}
