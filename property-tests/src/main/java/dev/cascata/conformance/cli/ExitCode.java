package dev.cascata.conformance.cli;

/** How a run ends: the first that applies, in this order. */
public enum ExitCode {
    /** The command line is wrong: an unknown flag, kit or rule, an unreadable program. */
    USAGE(64),
    /** The suite itself failed. */
    CRASHED(70),
    /** A file or folder cannot be written. */
    CANNOT_WRITE(74),
    /** The machine is too small for the run. */
    UNSUITABLE(3),
    /** A kit is broken, so that nothing can be said about its library. */
    ADAPTER_FAULT(2),
    /** A result is not as expected, such as a broken MUST, or there is none. */
    SURPRISE(1),
    /** Everything is as expected. */
    EXPECTED(0);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** Returns the one that comes first in the order above. */
    public ExitCode or(ExitCode other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
