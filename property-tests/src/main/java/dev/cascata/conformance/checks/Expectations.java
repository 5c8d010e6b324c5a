package dev.cascata.conformance.checks;

import dev.cascata.conformance.rules.Capability;
import org.jspecify.annotations.Nullable;

/** Comparisons of what a check observed with what it expects. All of them have one reason, which a failure names. */
final class Expectations {
    private final Stage stage;
    private final String why;

    /** {@code why}: why the expected value is right, in half a sentence; empty for the reason of the check. */
    Expectations(Stage stage, String why) {
        this.stage = stage;
        this.why = why;
    }

    void expect(boolean ok, String what, Object expected, @Nullable Object actual) {
        if (!ok) {
            throw new Stage.Failed(what, String.valueOf(expected), why, String.valueOf(actual), null);
        }
        stage.met();
    }

    void expectEqual(String what, Object expected, @Nullable Object actual) {
        expect(expected.equals(actual), what, expected, actual);
    }

    void expectNull(String what, @Nullable Object actual) {
        expect(actual == null, what, "null", actual);
    }

    void expectDone(String what, Handle context) {
        expect(context.done(), "done of " + what, "done", "live");
    }

    void expectLive(String what, Handle context) {
        expect(!context.done(), "done of " + what, "live", "done");
    }

    /** Expects the same cause object, where the library supports causes. */
    void expectCause(String what, Object cause, Handle context) {
        if (stage.declares(Capability.CAUSES)) {
            Object actual = context.cause();
            expect(actual == cause, "cause of " + what, cause, actual);
        }
    }

    /** Expects no dependents, where the library can report them. */
    void expectNoDependents(String what, Handle context) {
        expectEqual("dependents of " + what, 0, context.dependents().orElse(0));
    }
}
