package dev.cascata.conformance.kit;

/** What ended a context. */
public enum EndKind {
    CANCELLED,
    DEADLINE_EXCEEDED
}
