package dev.cascata.perf.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compiles the benchmarks in Go and runs one of them at a time. */
final class GoTool {
    /** Thrown if there is no usable Go. The message completes the sentence "Go is not measured, because ...". */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        Unusable(String message) {
            super(message);
        }
    }

    static final List<String> SOURCES = List.of(
            "go.mod",
            "goset_test.go",
            "life_test.go",
            "memory_test.go",
            "perf_test.go",
            "propagation_test.go",
            "reads_test.go",
            "timers_test.go",
            "wakeup_test.go");
    private static final Pattern VERSION = Pattern.compile("go version go((\\d+)\\.(\\d+)\\S*)");
    private static final int LEAST_MINOR = 22;
    private static final long COMPILE_SECONDS = 300;
    private static final int COUNT = 3;

    private final Path folder;
    private final String version;
    private final Budget budget;

    private GoTool(Path folder, String version, Budget budget) {
        this.folder = folder;
        this.version = version;
        this.budget = budget;
    }

    /** Compiles the benchmarks in the given folder. */
    static GoTool compiled(Path folder, Budget budget) throws Unusable {
        String version = version(folder);
        try {
            for (String source : SOURCES) {
                copy(source, folder.resolve(source));
            }
            run(folder, COMPILE_SECONDS, "go", "test", "-vet=off", "-c", "-o", "perf.test", ".");
            return new GoTool(folder, version, budget);
        } catch (IOException e) {
            throw new Unusable("its benchmarks cannot be compiled: " + e.getMessage());
        }
    }

    String version() {
        return version;
    }

    Result measure(Case what) {
        try {
            Duration limit = budget.limit;
            String output = run(folder, limit.toSeconds(), command(what).toArray(new String[0]));
            return GoOutput.result(what, output);
        } catch (IOException e) {
            return Result.problem(what, String.valueOf(e.getMessage()));
        }
    }

    private List<String> command(Case what) {
        return List.of(
                folder.resolve("perf.test").toString(),
                "-test.run=^$",
                "-test.bench=" + pattern(what),
                "-test.benchtime=" + budget.time.toMillis() + "ms",
                "-test.count=" + Math.max(COUNT, budget.iterations));
    }

    /** Returns the pattern of one benchmark; Go matches each part between slashes separately. */
    static String pattern(Case what) {
        List<String> parts = new ArrayList<>(Arrays.asList(what.benchmark().split("\\.", -1)));
        parts.set(0, "Benchmark" + parts.get(0));
        what.params().forEach((name, value) -> parts.add(name + "=" + value));
        return parts.stream().map(part -> "^" + part + "$").collect(Collectors.joining("/"));
    }

    private static String version(Path folder) throws Unusable {
        try {
            String output = run(folder, COMPILE_SECONDS, "go", "version");
            Matcher found = VERSION.matcher(output);
            if (!found.find()) {
                throw new Unusable("\"go version\" prints no version");
            } else if (Integer.parseInt(found.group(2)) == 1 && Integer.parseInt(found.group(3)) < LEAST_MINOR) {
                throw new Unusable("go is " + found.group(1) + ", and 1." + LEAST_MINOR + " or later is needed");
            }
            return found.group(1);
        } catch (IOException e) {
            throw new Unusable("go cannot be started");
        }
    }

    private static void copy(String source, Path to) throws IOException {
        try (@Nullable InputStream in = GoTool.class.getResourceAsStream("/go/" + source)) {
            if (in == null) {
                throw new IOException(source + " is missing from the jar");
            }
            Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String run(Path folder, long seconds, String... command) throws IOException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(Map.of("GOTOOLCHAIN", "local", "GOFLAGS", "", "GOWORK", "off"));
        int code = exitCode(builder.start(), seconds);
        String text = Files.readString(output, StandardCharsets.UTF_8);
        Files.delete(output);
        if (code != 0) {
            throw new IOException(text.isBlank() ? command[0] + " fails" : lastLine(text));
        }
        return text;
    }

    private static int exitCode(Process process, long seconds) throws IOException {
        try {
            if (process.waitFor(seconds, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        throw new IOException("not done within " + seconds + " s");
    }

    private static String lastLine(String text) {
        List<String> lines = text.strip().lines().toList();
        return lines.get(lines.size() - 1);
    }
}
