package dev.cascata.conformance;

import dev.cascata.conformance.suite.KitReport;
import dev.cascata.conformance.trial.Failure;

/**
 * How a conformance test is made to show a failure once more.
 *
 * @param testClass the class to run
 * @param seed the seed of the run that found the failure
 * @param maven whether Maven ran the test
 */
record TestReplay(String testClass, long seed, boolean maven) {

    static TestReplay of(Class<?> test, KitReport report) {
        return new TestReplay(test.getName(), report.seed(), System.getProperty("surefire.test.class.path") != null);
    }

    /** What to do with the command. */
    String how() {
        return maven
                ? "Paste this into a shell, in the folder of the Maven module:"
                : "Run " + testClass + " alone, with these system properties:";
    }

    /** On one line, in quotes that any shell understands. */
    String command(Failure failure) {
        return maven ? "mvn test " + quoted("-Dtest=" + testClass) + " " + properties(failure) : properties(failure);
    }

    private String properties(Failure failure) {
        String asked = "-Dcascata.rule=" + failure.rule().id();
        return failure.check() != null
                ? asked + " -Dcascata.check=" + failure.check().name()
                : asked + " -Dcascata.seed=" + seed + " \"-Dcascata.program="
                        + failure.program().oneLine() + "\"";
    }

    private static String quoted(String argument) {
        return argument.contains("$") ? "'" + argument + "'" : argument;
    }
}
