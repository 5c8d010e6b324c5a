package dev.cascata.conformance;

/** What ended a context. */
public enum Kind {
    CANCELLED,
    DEADLINE_EXCEEDED
}
