package dev.cascata.conformance.cli;

/** The suite cannot do what it was asked to. The message is one sentence for the user that says what to do. */
public final class UsageError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ExitCode code;

    private UsageError(ExitCode code, String sentence) {
        super(sentence);
        this.code = code;
    }

    public static UsageError usage(String sentence) {
        return new UsageError(ExitCode.USAGE, sentence);
    }

    public static UsageError cannotWrite(String sentence) {
        return new UsageError(ExitCode.CANNOT_WRITE, sentence);
    }

    public ExitCode code() {
        return code;
    }
}
