package dev.cascata.conformance.model;

import dev.cascata.conformance.kit.EndKind;
import dev.cascata.conformance.program.Step;
import org.jspecify.annotations.Nullable;

/** One possible end of a context. Compared by identity: contexts that share it were ended by the same event. */
public final class End {
    public final EndKind kind;
    public final @Nullable String cause;

    End(EndKind kind, @Nullable String cause) {
        this.kind = kind;
        this.cause = Step.NULL_CAUSE.equals(cause) ? null : cause;
    }
}
