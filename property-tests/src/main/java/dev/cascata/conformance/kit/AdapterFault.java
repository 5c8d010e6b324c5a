package dev.cascata.conformance.kit;

/** The kit itself is broken, so that nothing can be said about the library. The message is one sentence. */
public final class AdapterFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    public AdapterFault(String message) {
        super(message);
    }

    public AdapterFault(String message, Throwable cause) {
        super(message, cause);
    }
}
