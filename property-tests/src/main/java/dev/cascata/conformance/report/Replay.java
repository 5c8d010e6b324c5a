package dev.cascata.conformance.report;

import dev.cascata.conformance.checks.Check;
import dev.cascata.conformance.suite.KitReport;
import dev.cascata.conformance.trial.Failure;
import java.io.File;

/**
 * The shell commands that show a failure once more, to be pasted as they are.
 *
 * @param launcher the beginning of each, up to the first flag
 * @param kitClass the class of the kit judged; of an adapter, the flag that chooses it
 * @param seed the seed of the run that found the failure
 */
public record Replay(String launcher, String kitClass, long seed) {
    private static final String MAIN = "dev.cascata.conformance.Main";
    static final String JAR = "property-tests/target/conformance.jar";

    public static Replay of(KitReport report) {
        return new Replay(launcher(System.getProperty("java.class.path", JAR)), report.kitClass(), report.seed());
    }

    /** How the suite is started with this class path. */
    static String launcher(String classPath) {
        return classPath.endsWith(JAR) && !classPath.contains(File.pathSeparator)
                ? "java -jar " + JAR
                : "java -cp '" + classPath + "' " + MAIN;
    }

    /** With the program in a here-document, one step a line; with the name of the check where one failed. */
    String command(Failure failure) {
        return failure.check() != null
                ? check(failure.check())
                : flags(failure) + " --program - <<'END'\n" + failure.program() + "\nEND";
    }

    /** The same on one line. */
    String oneLine(Failure failure) {
        return failure.check() != null
                ? check(failure.check())
                : "echo '" + failure.program().oneLine() + "' | " + flags(failure) + " --program -";
    }

    private String check(Check check) {
        return launcher + " " + choice() + " --check " + check.name();
    }

    private String flags(Failure failure) {
        return launcher + " " + choice() + " --rule " + failure.rule().id() + " --seed " + seed;
    }

    private String choice() {
        if (kitClass.startsWith("--")) {
            return kitClass;
        }
        return "--kit " + (kitClass.contains("$") ? "'" + kitClass + "'" : kitClass);
    }
}
