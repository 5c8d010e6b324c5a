package dev.cascata.conformance.cli;

import java.io.PrintStream;
import java.util.function.IntSupplier;

/** Reports a failure of the suite itself, which is not a verdict. */
public final class Crash {
    private Crash() {}

    /** Runs a front door and returns its exit code; what it throws is reported, with an exit code of its own. */
    @SuppressWarnings("CatchThrowable")
    public static int guard(PrintStream err, IntSupplier frontDoor) {
        try {
            return frontDoor.getAsInt();
        } catch (Throwable thrown) {
            report(err, thrown);
            return ExitCode.CRASHED.number();
        }
    }

    /** Prints what was thrown, with its stack trace. */
    public static void report(PrintStream err, Throwable thrown) {
        err.println("The suite itself failed with " + Messages.of(thrown)
                + ". This says nothing about a library; please report it with these lines:");
        thrown.printStackTrace(err);
    }
}
