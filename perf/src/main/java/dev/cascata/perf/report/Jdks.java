package dev.cascata.perf.report;

import dev.cascata.conformance.cli.UsageError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Finds the JDKs to measure on. */
final class Jdks {
    private Jdks() {}

    /** Returns the java command of each JDK by its version. If no folder is given, this is the JDK that runs now. */
    static Map<String, String> of(List<Path> homes) {
        Map<String, String> found = new LinkedHashMap<>();
        List<Path> all = homes.isEmpty() ? List.of(Path.of(System.getProperty("java.home"))) : homes;
        for (Path home : all) {
            found.put(version(home), home.resolve("bin").resolve("java").toString());
        }
        return found;
    }

    private static String version(Path home) {
        Properties release = new Properties();
        try (var in = Files.newBufferedReader(home.resolve("release"))) {
            release.load(in);
        } catch (IOException e) {
            throw none(home);
        }
        String version = release.getProperty("JAVA_VERSION");
        if (version == null || !Files.isExecutable(home.resolve("bin").resolve("java"))) {
            throw none(home);
        }
        return version.replace("\"", "");
    }

    private static UsageError none(Path home) {
        return UsageError.usage("There is no JDK in " + home + "; give --jdk the folder that contains bin/java.");
    }
}
