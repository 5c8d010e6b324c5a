package dev.cascata.conformance;

/** The suite cannot do what it was asked to. The message is one sentence for the user that says what to do. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ExitCode code;

    private Refusal(ExitCode code, String sentence) {
        super(sentence);
        this.code = code;
    }

    static Refusal usage(String sentence) {
        return new Refusal(ExitCode.USAGE, sentence);
    }

    static Refusal cannotWrite(String sentence) {
        return new Refusal(ExitCode.CANNOT_WRITE, sentence);
    }

    ExitCode code() {
        return code;
    }
}
