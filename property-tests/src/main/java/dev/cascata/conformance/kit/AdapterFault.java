package dev.cascata.conformance.kit;

/** The kit or adapter itself is broken, so the library cannot be judged. The message is one sentence. */
public final class AdapterFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    public AdapterFault(String message) {
        super(message);
    }

    public AdapterFault(String message, Throwable cause) {
        super(message, cause);
    }
}
