package dev.cascata.perf.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.cascata.conformance.cli.Messages;
import dev.cascata.conformance.cli.UsageError;
import dev.cascata.conformance.cli.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Writes a report to a folder: as a page, and as CSV and JSON for other programs. */
final class ReportFiles {
    static final String PAGE = "index.html";
    static final String JSON = "results.json";
    static final String CSV = "results.csv";

    private final Path folder;

    ReportFiles(Path folder) {
        this.folder = folder;
    }

    /** Throws, before anything is measured, if the folder cannot be written to. */
    void requireWritable() {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "try", ".txt"));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Writes all files and returns the page. */
    Path write(Report report, @Nullable Baseline baseline) {
        try {
            ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
            WholeFile.write(folder.resolve(JSON), mapper.writeValueAsBytes(report));
            WholeFile.write(folder.resolve(CSV), Csv.of(report));
            Path page = folder.resolve(PAGE);
            WholeFile.write(page, new Page(report, baseline).html());
            return page;
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private UsageError unwritable(IOException e) {
        return UsageError.cannotWrite("The report cannot be written to " + folder + ", because " + Messages.of(e)
                + "; give --out another folder.");
    }
}
