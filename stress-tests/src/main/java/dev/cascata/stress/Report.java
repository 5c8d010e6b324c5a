package dev.cascata.stress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
            write(folder.resolve("races.json"), RacesJson.of(results));
            Path conformance = folder.resolve("conformance.json");
            return Files.exists(conformance)
                    ? join(conformance, results)
                    : "There is no conformance.json in " + folder + ": the results are in races.json alone.\n";
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    private static String join(Path conformance, KitTrial.Results results) throws IOException {
        JsonNode report = MAPPER.readTree(conformance.toFile());
        ReportJoin join = new ReportJoin(report, results.subject().className());
        if (!join.join(results.verdicts())) {
            return conformance + " has no entry for " + results.subject().className() + ".\n";
        }
        write(conformance, report);
        return "Joined with " + conformance + ": " + left(join.notRun()) + "\n";
    }

    private static String left(List<String> ids) {
        return ids.isEmpty()
                ? "no rule is NOT-RUN."
                : ids.size() + " rules are NOT-RUN: " + String.join(", ", ids) + ".";
    }

    private static void write(Path file, Object content) throws IOException {
        Files.writeString(file, MAPPER.writeValueAsString(content) + "\n");
    }

    private Refusal cannotWrite(IOException e) {
        return new Refusal(Refusal.CANNOT_WRITE, "Cannot write the report to " + folder + ": " + e.getMessage() + ".");
    }
}
