package dev.cascata.conformance.cli;

import org.jspecify.annotations.Nullable;

/** A command cannot do what it was asked to do. The message is one sentence for the user that says what to do. */
public final class UsageError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ExitCode code;

    public UsageError(ExitCode code, String sentence) {
        super(sentence);
        this.code = code;
    }

    public static UsageError usage(String sentence) {
        return new UsageError(ExitCode.USAGE, sentence);
    }

    /** Returns the error that a flag or property has a wrong value. */
    public static UsageError wrong(String name, String wanted, @Nullable String given) {
        return wrong(name, wanted, given, "");
    }

    /** Returns the same with advice, a clause. */
    public static UsageError wrong(String name, String wanted, @Nullable String given, String advice) {
        String clause = advice.isEmpty() ? "" : "; " + advice;
        return usage(name + " takes " + wanted + ", not \"" + given + "\"" + clause + ".");
    }

    /** Returns the error that a flag or property was given together with one that excludes it. */
    public static UsageError combined(String name, String others) {
        return usage(name + " cannot be combined with " + others + ".");
    }

    public static UsageError cannotWrite(String sentence) {
        return new UsageError(ExitCode.CANNOT_WRITE, sentence);
    }

    public ExitCode code() {
        return code;
    }
}
