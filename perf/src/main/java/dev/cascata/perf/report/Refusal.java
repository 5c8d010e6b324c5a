package dev.cascata.perf.report;

/** The report cannot be made as asked. The message is one sentence for the user that says what to do. */
final class Refusal extends RuntimeException {
    static final int FAILURE = 1;
    static final int USAGE = 64;
    static final int CANNOT_WRITE = 74;

    private static final long serialVersionUID = 1;

    private final int code;

    Refusal(int code, String sentence) {
        super(sentence);
        this.code = code;
    }

    int code() {
        return code;
    }
}
