package dev.cascata.stress;

/** Thrown if a run cannot do what it was asked for. The message is one sentence that says what to do. */
final class Refusal extends RuntimeException {
    static final int USAGE = 64;
    static final int CANNOT_WRITE = 74;
    static final int ADAPTER_FAULT = 2;
    static final int NOT_HERE = 3;

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
