package dev.cascata.stress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Describes the machine of a run in one line. */
final class Machine {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    private Machine() {}

    static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    static String line() {
        return System.getProperty("java.vm.name") + " " + Runtime.version() + ", " + processor() + ", " + processors()
                + " processors";
    }

    private static String processor() {
        try (var lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}
