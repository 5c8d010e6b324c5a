package dev.cascata.stress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.cascata.conformance.cli.Messages;
import dev.cascata.conformance.cli.UsageError;
import dev.cascata.conformance.cli.WholeFile;
import dev.cascata.conformance.json.ConformanceReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes the results to {@code races.json}, and joins them with the {@code conformance.json} of the same folder. */
final class Report {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path folder;

    /** Checks, before any race is run, that the folder can be written. */
    Report(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "races", ".tmp"));
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    /** Writes the files, and returns a line that says what was done. */
    String write(KitTrial.Results results) {
        try {
            String races = MAPPER.writeValueAsString(RacesJson.of(results));
            WholeFile.write(folder.resolve("races.json"), races + "\n");
            Path conformance = folder.resolve(ConformanceReport.FILE);
            return Files.exists(conformance)
                    ? join(conformance, results)
                    : "There is no " + ConformanceReport.FILE + " in " + folder
                            + ": the results are in races.json alone.\n";
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    private static String join(Path file, KitTrial.Results results) throws IOException {
        ConformanceReport report = read(file);
        Optional<ConformanceReport.Kit> kit = report.kit(results.subject().className());
        if (kit.isEmpty()) {
            return file + " has no entry for " + results.subject().className() + ".\n";
        }
        ConformanceReport.Kit joined = new ReportJoin(results.verdicts()).join(kit.get());
        WholeFile.write(file, report.with(joined).toJson());
        return "Joined with " + file + ": " + left(ReportJoin.notRun(joined)) + "\n";
    }

    private static ConformanceReport read(Path file) throws IOException {
        try {
            return ConformanceReport.read(file);
        } catch (JsonProcessingException e) {
            throw UsageError.cannotWrite(
                    file + " is not a report of this version; the results are in races.json alone.");
        }
    }

    private static String left(List<String> ids) {
        return ids.isEmpty()
                ? "no rule is NOT-RUN."
                : ids.size() + " rules are NOT-RUN: " + String.join(", ", ids) + ".";
    }

    private UsageError cannotWrite(IOException e) {
        return UsageError.cannotWrite("Cannot write the report to " + folder + ": " + Messages.of(e) + ".");
    }
}
