package dev.cascata.conformance.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.cascata.conformance.cli.Messages;
import dev.cascata.conformance.cli.UsageError;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the report on all kits of a run as JSON, for programs. */
public final class JsonReport {
    public static final String FILE = "conformance.json";

    static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private JsonReport() {}

    /** Creates the folder, and refuses it if the report cannot be written there. */
    public static void checkWritable(Path folder) {
        checkWritable(folder, FILE);
    }

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
        write(folder, FILE, render(reports, notJudged));
    }

    public static void write(Path folder, String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw cannotWrite(folder, Messages.of(e));
        }
    }

    static String render(List<KitReport> reports, List<String> notJudged) {
        List<Kit> kits = reports.stream().map(Kit::of).toList();
        try {
            return MAPPER.writeValueAsString(
                            new Run(Catalogue.VERSION, Runtime.version().toString(), notJudged, kits)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static UsageError cannotWrite(Path folder, String why) {
        return UsageError.cannotWrite("Cannot write the report to " + folder + ": " + why + ".");
    }

    private record Run(String catalogue, String java, List<String> notJudged, List<Kit> kits) {}

    private record Kit(
            String kit,
            String kitClass,
            List<Capability> capabilities,
            @Nullable String linking,
            long seed,
            int programs,
            boolean asExpected,
            @Nullable String fault,
            List<String> stale,
            Map<String, Long> statistics,
            List<Result> rules) {

        static Kit of(KitReport report) {
            Replay replay = Replay.of(report);
            return new Kit(
                    report.kit(),
                    report.kitClass(),
                    report.capabilities().stream().sorted().toList(),
                    report.linking().isEmpty() ? null : report.linking(),
                    report.seed(),
                    report.programs(),
                    report.fault() == null && !report.surprising(),
                    report.fault(),
                    report.stale(),
                    report.statistics(),
                    report.results().stream().map(r -> Result.of(r, replay)).toList());
        }
    }

    private record Result(
            String id,
            String strength,
            String sentence,
            String verdict,
            long held,
            String note,
            @Nullable Shown failure) {

        static Result of(RuleResult result, Replay replay) {
            Rule rule = result.rule();
            Failure failure = result.failure();
            return new Result(
                    rule.id(),
                    rule.strength().name(),
                    rule.sentence(),
                    result.verdict().label(),
                    result.held(),
                    result.note(),
                    failure == null ? null : Shown.of(failure, replay));
        }
    }

    private record Shown(
            List<String> program,
            @Nullable String check,
            int step,
            String what,
            String expected,
            String why,
            String actual,
            @Nullable String trace,
            String look,
            String replay) {

        static Shown of(Failure failure, Replay replay) {
            return new Shown(
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
}
