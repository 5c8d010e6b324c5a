package dev.cascata.conformance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine and the Java of this run, for reports. */
public final class Host {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    private Host() {}

    public static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** Returns the name of the processor where the system gives one, else its architecture. */
    public static String processor() {
        try (var lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }

    /** Returns the name and the version of this virtual machine. */
    public static String java() {
        return System.getProperty("java.vm.name") + " " + Runtime.version();
    }

    /** Returns the whole of it on one line. */
    public static String line() {
        return java() + ", " + processor() + ", " + processors() + " processors";
    }
}
