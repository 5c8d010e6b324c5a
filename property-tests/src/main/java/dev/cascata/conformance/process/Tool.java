package dev.cascata.conformance.process;

import dev.cascata.conformance.kit.AdapterFault;
import dev.cascata.conformance.process.Bundled.Unusable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the commands of a toolchain in one folder, one after another. */
final class Tool {
    private static final long ASK_SECONDS = 20;
    private static final long WORK_SECONDS = 300;

    private final Path folder;

    Tool(Path folder) {
        this.folder = folder;
    }

    /** Runs a command and returns what it prints. */
    String ask(String... words) throws Unusable {
        try {
            Result result = run(Map.of(), ASK_SECONDS, words);
            if (result.code != 0) {
                throw new Unusable("\"" + String.join(" ", words) + "\" fails");
            }
            return result.said;
        } catch (IOException e) {
            throw new Unusable(words[0] + " cannot be started");
        }
    }

    /** Fetches the dependencies of the adapter. */
    void fetch(String... words) throws Unusable {
        try {
            Result result = run(Map.of(), WORK_SECONDS, words);
            if (result.code != 0) {
                throw new Unusable("its dependencies cannot be fetched: " + result.lastLine());
            }
        } catch (IOException e) {
            throw new Unusable(words[0] + " cannot be started");
        }
    }

    /** Compiles the adapter. */
    void compile(Map<String, String> environment, String... words) {
        try {
            Result result = run(environment, WORK_SECONDS, words);
            if (result.code != 0) {
                throw new AdapterFault("it does not compile; \"" + String.join(" ", words) + "\" in " + folder
                        + " ends with: " + result.lastLine());
            }
        } catch (IOException e) {
            throw new AdapterFault("it does not compile: " + e.getMessage(), e);
        }
    }

    private record Result(int code, String said) {
        String lastLine() {
            List<String> lines = said.lines().filter(l -> !l.isBlank()).toList();
            return lines.isEmpty() ? "no output" : lines.get(lines.size() - 1).strip();
        }
    }

    private Result run(Map<String, String> environment, long seconds, String... words) throws IOException {
        Path said = Files.createTempFile(folder, "said", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile());
            builder.environment().putAll(environment);
            int code = ended(builder.start(), seconds);
            return new Result(code, Files.readString(said, StandardCharsets.ISO_8859_1));
        } finally {
            Files.delete(said);
        }
    }

    private static int ended(Process process, long seconds) {
        try {
            process.getOutputStream().close();
            if (process.waitFor(seconds, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // It has ended already, so there is no input to close.
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        return -1;
    }
}
