package dev.cascata.conformance.report;

import dev.cascata.conformance.cli.Messages;
import dev.cascata.conformance.cli.UsageError;
import dev.cascata.conformance.cli.WholeFile;
import dev.cascata.conformance.json.ConformanceReport;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.Catalogue;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.suite.KitReport;
import dev.cascata.conformance.suite.RuleResult;
import dev.cascata.conformance.trial.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the report on all kits of a run as JSON, for programs. */
public final class JsonReport {
    private JsonReport() {}

    /** Creates the folder, and refuses it if the report cannot be written there. */
    public static void checkWritable(Path folder) {
        checkWritable(folder, ConformanceReport.FILE);
    }

    /** Does the same for a report of another name. */
    public static void checkWritable(Path folder, String file) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "conformance", ".tmp"));
        } catch (IOException e) {
            throw cannotWrite(folder, Messages.of(e));
        }
        if (Files.isDirectory(folder.resolve(file))) {
            throw cannotWrite(folder, file + " is a folder there");
        }
    }

    public static void write(Path folder, List<KitReport> reports, List<String> notJudged) {
        write(folder, ConformanceReport.FILE, of(reports, notJudged).toJson());
    }

    public static void write(Path folder, String file, String text) {
        try {
            WholeFile.write(folder.resolve(file), text);
        } catch (IOException e) {
            throw cannotWrite(folder, Messages.of(e));
        }
    }

    static ConformanceReport of(List<KitReport> reports, List<String> notJudged) {
        return new ConformanceReport(
                Catalogue.VERSION,
                Runtime.version().toString(),
                notJudged,
                reports.stream().map(JsonReport::kit).toList());
    }

    private static UsageError cannotWrite(Path folder, String why) {
        return UsageError.cannotWrite("Cannot write the report to " + folder + ": " + why + ".");
    }

    private static ConformanceReport.Kit kit(KitReport report) {
        Replay replay = Replay.of(report);
        return new ConformanceReport.Kit(
                report.kit(),
                report.kitClass(),
                report.capabilities().stream().sorted().map(Capability::name).toList(),
                report.linking().isEmpty() ? null : report.linking(),
                report.seed(),
                report.programs(),
                report.fault() == null && !report.surprising(),
                report.fault(),
                report.stale(),
                report.statistics(),
                report.results().stream().map(r -> rule(r, replay)).toList());
    }

    private static ConformanceReport.Rule rule(RuleResult result, Replay replay) {
        Rule rule = result.rule();
        Failure failure = result.failure();
        return new ConformanceReport.Rule(
                rule.id(),
                rule.strength().name(),
                rule.sentence(),
                result.verdict().label(),
                result.held(),
                result.note(),
                failure == null ? null : failure(failure, replay),
                null);
    }

    private static ConformanceReport.Failure failure(Failure failure, Replay replay) {
        return new ConformanceReport.Failure(
                failure.program().toString().lines().toList(),
                failure.check() == null ? null : failure.check().name(),
                failure.step(),
                failure.what(),
                failure.expected(),
                failure.why(),
                failure.actual(),
                failure.trace(),
                failure.rule().text().look(),
                replay.command(failure));
    }
}
