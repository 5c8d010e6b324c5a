package dev.cascata.conformance.mutants;

import dev.cascata.context.ContextException;

/** Why a context ended. Publishing it is what ends the context. */
record PlainEnd(ContextException err, Throwable cause) {}
