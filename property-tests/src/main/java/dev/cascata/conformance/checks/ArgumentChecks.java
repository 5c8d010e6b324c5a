package dev.cascata.conformance.checks;

import static dev.cascata.conformance.rules.CallbackRule.CALLBACK_21;
import static dev.cascata.conformance.rules.ValueRule.VALUE_9;

import dev.cascata.conformance.driver.OperationThrew;
import dev.cascata.conformance.rules.Capability;
import java.util.List;

/** Bad arguments are rejected at the call, and leave nothing behind. */
final class ArgumentChecks {
    private static final String NULL_CALLBACK =
            "a null callback can never run, and only this call can report the mistake";

    private ArgumentChecks() {}

    static List<Check> all() {
        return List.of(
                Check.directed(
                        VALUE_9,
                        "null-key",
                        "A value is bound to a null key.",
                        "a null key is always a mistake, and only this call can report it",
                        s -> rejected(s, "binding a null key", () -> s.root().withValue(nothing(), "v"))),
                Check.directed(
                        CALLBACK_21,
                        "null-callback",
                        "A null callback is registered on a live context.",
                        NULL_CALLBACK,
                        s -> rejected(
                                s,
                                "registering null",
                                () -> s.root().withCancel().afterFunc(nothing()))),
                Check.directed(
                        CALLBACK_21,
                        "null-callback-on-done",
                        "A null callback is registered on a done context.",
                        NULL_CALLBACK,
                        s -> {
                            Handle context = s.root().withCancel();
                            context.cancel();
                            rejected(s, "registering null", () -> context.afterFunc(nothing()));
                        }),
                Check.directed(
                                CALLBACK_21,
                                "null-callback-leaves-nothing",
                                "A null callback is rejected, and the dependents of the context are counted.",
                                NULL_CALLBACK,
                                s -> {
                                    Handle context = s.root().withCancel();
                                    rejected(s, "registering null", () -> context.afterFunc(nothing()));
                                    s.because("a call that throws registers nothing")
                                            .expectNoDependents("the context", context);
                                })
                        .needing(Capability.DEPENDENTS));
    }

    private static void rejected(Stage stage, String what, Runnable call) {
        try {
            call.run();
        } catch (OperationThrew threw) {
            stage.expect(threw.thrown() instanceof RuntimeException, what, "an exception", threw.thrown());
            return;
        }
        stage.expect(false, what, "an exception", "it returned");
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T nothing() {
        return null;
    }
}
