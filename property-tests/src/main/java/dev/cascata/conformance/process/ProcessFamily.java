package dev.cascata.conformance.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A process and all that it starts. On Linux they are found by a variable of their environment, also in a session of
 * their own and when the process that started them has ended; elsewhere by who started whom.
 */
final class ProcessFamily {
    private static final String VARIABLE = "CASCATA_ADAPTER";
    private static final Path PROCESSES = Path.of("/proc");
    private static final int MOST_ROUNDS = 10;

    private final String name = UUID.randomUUID().toString();

    /** Marks the environment of the first process; the others inherit it. */
    void mark(Map<String, String> environment) {
        environment.put(VARIABLE, name);
    }

    /** Kills them all, and again while there are new ones. */
    void kill(Process first) {
        first.descendants().forEach(ProcessHandle::destroyForcibly);
        first.destroyForcibly();
        for (int round = 0; round < MOST_ROUNDS && killMarked(); round++) {
            Thread.onSpinWait();
        }
    }

    private boolean killMarked() {
        try (Stream<Path> processes = Files.list(PROCESSES)) {
            return processes.filter(this::marked).map(ProcessFamily::destroy).reduce(false, Boolean::logicalOr);
        } catch (IOException noSuchFolder) {
            return false;
        }
    }

    private boolean marked(Path process) {
        try {
            String environment =
                    new String(Files.readAllBytes(process.resolve("environ")), StandardCharsets.ISO_8859_1);
            return environment.contains(VARIABLE + "=" + name);
        } catch (IOException | RuntimeException noProcessOrNotOurs) {
            return false;
        }
    }

    private static boolean destroy(Path process) {
        return ProcessHandle.of(Long.parseLong(process.getFileName().toString()))
                .map(ProcessHandle::destroyForcibly)
                .orElse(false);
    }
}
