package dev.cascata.conformance.report;

import dev.cascata.conformance.checks.Check;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.suite.KitReport;
import dev.cascata.conformance.trial.Failure;
import java.io.File;

/** Makes the command that shows a failure again: for the command line, or for a conformance test. */
public sealed interface Replay {

    /** Returns the commands for the command line, as this virtual machine was started. */
    static CommandLine of(KitReport report) {
        return new CommandLine(
                CommandLine.launcher(System.getProperty("java.class.path", CommandLine.JAR)),
                report.kitClass(),
                report.seed());
    }

    /** Returns the commands that run a conformance test, with Maven if Maven runs this one. */
    static Replay of(Class<?> test, KitReport report) {
        boolean maven = System.getProperty("surefire.test.class.path") != null;
        return new Test(test.getName(), report.seed(), maven);
    }

    /** Says what to do with the command. */
    String how();

    /** Returns the command; it can be pasted as it is. */
    String command(Failure failure);

    /** Returns the flag that prints more about a rule; empty if there is no command line. */
    String more(Rule rule);

    private static String quoted(String argument) {
        return argument.contains("$") ? "'" + argument + "'" : argument;
    }

    /**
     * Replays with flags.
     *
     * @param launcher the beginning of each command, up to the first flag
     * @param kitClass the class of the kit; of an adapter, the flag that chooses it
     * @param seed the seed of the run that found the failure
     */
    record CommandLine(String launcher, String kitClass, long seed) implements Replay {
        static final String JAR = "property-tests/target/conformance.jar";
        private static final String MAIN = "dev.cascata.conformance.Main";

        /** Returns how the suite is started with this class path. */
        static String launcher(String classPath) {
            return classPath.endsWith(JAR) && !classPath.contains(File.pathSeparator)
                    ? "java -jar " + JAR
                    : "java -cp '" + classPath + "' " + MAIN;
        }

        @Override
        public String how() {
            return "Paste this into a shell, in the folder that the suite was started from:";
        }

        /** Returns a command with the program in a here-document, one step a line, or with the name of the check. */
        @Override
        public String command(Failure failure) {
            return failure.check() != null
                    ? check(failure.check())
                    : flags(failure) + " --program - <<'END'\n" + failure.program() + "\nEND";
        }

        /** Returns the same on one line. */
        String oneLine(Failure failure) {
            return failure.check() != null
                    ? check(failure.check())
                    : "echo '" + failure.program().oneLine() + "' | " + flags(failure) + " --program -";
        }

        @Override
        public String more(Rule rule) {
            return "--explain " + rule.id();
        }

        private String check(Check check) {
            return launcher + " " + choice() + " --check " + check.name();
        }

        private String flags(Failure failure) {
            return launcher + " " + choice() + " --rule " + failure.rule().id() + " --seed " + seed;
        }

        private String choice() {
            return kitClass.startsWith("--") ? kitClass : "--kit " + quoted(kitClass);
        }
    }

    /**
     * Replays with system properties.
     *
     * @param testClass the conformance test
     * @param seed the seed of the run that found the failure
     * @param maven whether Maven runs the test
     */
    record Test(String testClass, long seed, boolean maven) implements Replay {
        @Override
        public String how() {
            return maven
                    ? "Paste this into a shell, in the folder of the Maven module:"
                    : "Run " + testClass + " alone, with these system properties:";
        }

        /** Returns a command on one line, in quotes that any shell understands. */
        @Override
        public String command(Failure failure) {
            return maven
                    ? "mvn test " + quoted("-Dtest=" + testClass) + " " + properties(failure)
                    : properties(failure);
        }

        @Override
        public String more(Rule rule) {
            return "";
        }

        private String properties(Failure failure) {
            String rule = "-Dcascata.rule=" + failure.rule().id();
            return failure.check() != null
                    ? rule + " -Dcascata.check=" + failure.check().name()
                    : rule + " -Dcascata.seed=" + seed + " \"-Dcascata.program="
                            + failure.program().oneLine() + "\"";
        }
    }
}
