package dev.cascata.conformance.kit;

/** How a context ended. */
public enum EndKind {
    /** By a cancel. */
    CANCELLED,
    /** By its deadline. */
    DEADLINE_EXCEEDED
}
