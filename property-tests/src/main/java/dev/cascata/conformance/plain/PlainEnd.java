package dev.cascata.conformance.plain;

import dev.cascata.context.ContextException;

/** The end of a context: err and cause. A context ends when its end is published. */
public record PlainEnd(ContextException err, Throwable cause) {}
