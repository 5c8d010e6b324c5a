package dev.cascata.conformance;

import org.jspecify.annotations.Nullable;

/** One possible end; compared by identity, so that whoever shares it was ended by the same event. */
final class End {
    final Kind kind;
    final @Nullable String cause;

    End(Kind kind, @Nullable String cause) {
        this.kind = kind;
        this.cause = Step.NULL_CAUSE.equals(cause) ? null : cause;
    }
}
