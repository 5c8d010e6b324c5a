package dev.cascata.perf.report;

import dev.cascata.conformance.cli.Host;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * The machine, the versions and the time of a run.
 *
 * @param go Go's version, or why it was not measured
 * @param commit the commit of the repository that contains the program
 */
record Machine(
        String processor,
        int processors,
        String system,
        List<String> jdks,
        String go,
        String commit,
        String date,
        String mode) {

    static Machine here(List<String> jdks, String go, Budget budget) {
        return new Machine(
                Host.processor(),
                Host.processors(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                jdks,
                go,
                gitDescribe(),
                Instant.now().truncatedTo(ChronoUnit.MINUTES).toString(),
                budget.name().toLowerCase(Locale.ROOT));
    }

    private static String gitDescribe() {
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty", "--abbrev=10")
                    .directory(home().toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 && !output.isEmpty() ? output : "unknown";
        } catch (IOException e) {
            return "unknown";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }

    /** Returns the folder that contains the jar, or the folder of classes, of this program. */
    static Path home() {
        try {
            Path code = Path.of(Machine.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return code.toAbsolutePath().resolveSibling("").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
