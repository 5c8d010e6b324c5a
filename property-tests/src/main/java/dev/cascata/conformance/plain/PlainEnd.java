package dev.cascata.conformance.plain;

import dev.cascata.context.ContextException;

/** Why a context ended. Publishing it is what ends the context. */
public record PlainEnd(ContextException err, Throwable cause) {}
