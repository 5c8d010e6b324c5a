package dev.cascata.conformance;

import java.io.File;

/**
 * The shell commands that show a failure once more, to be pasted as they are.
 *
 * @param launcher the beginning of each, up to the first flag
 * @param kitClass the class of the kit judged
 * @param seed the seed of the run that found the failure
 */
record Replay(String launcher, String kitClass, long seed) {
    static final String JAR = "property-tests/target/conformance.jar";

    static Replay of(KitReport report) {
        return new Replay(launcher(System.getProperty("java.class.path", JAR)), report.kitClass(), report.seed());
    }

    /** How the suite is started with this class path. */
    static String launcher(String classPath) {
        return classPath.endsWith(JAR) && !classPath.contains(File.pathSeparator)
                ? "java -jar " + JAR
                : "java -cp '" + classPath + "' " + Main.class.getName();
    }

    /** With the program in a here-document, one step a line; without one where the rule's own check failed. */
    String command(Failure failure) {
        return failure.program().size() == 0
                ? flags(failure)
                : flags(failure) + " --program - <<'END'\n" + failure.program() + "\nEND";
    }

    /** The same on one line. */
    String oneLine(Failure failure) {
        return failure.program().size() == 0
                ? flags(failure)
                : "echo '" + failure.program().oneLine() + "' | " + flags(failure) + " --program -";
    }

    private String flags(Failure failure) {
        String kit = kitClass.contains("$") ? "'" + kitClass + "'" : kitClass;
        return launcher + " --kit " + kit + " --rule " + failure.rule().id() + " --seed " + seed;
    }
}
