package dev.cascata.conformance.checks;

import static dev.cascata.conformance.rules.CallbackRule.CALLBACK_21;
import static dev.cascata.conformance.rules.ValueRule.VALUE_9;

import dev.cascata.conformance.driver.OperationThrew;
import dev.cascata.conformance.rules.Capability;
import java.util.List;

/** Bad arguments are refused at the call, and leave nothing behind. */
final class ArgumentChecks {
    private ArgumentChecks() {}

    static List<Check> all() {
        return List.of(
                Check.directed(
                        VALUE_9,
                        "null-key",
                        "A value is bound to a null key.",
                        s -> refused(s, "binding a null key", () -> s.root().withValue(nothing(), "v"))),
                Check.directed(
                        CALLBACK_21,
                        "null-callback",
                        "A null callback is registered on a live context.",
                        s -> refused(
                                s,
                                "registering null",
                                () -> s.root().withCancel().afterFunc(nothing()))),
                Check.directed(
                        CALLBACK_21,
                        "null-callback-on-ended",
                        "A null callback is registered on an ended context.",
                        s -> {
                            Handle context = s.root().withCancel();
                            context.cancel();
                            refused(s, "registering null", () -> context.afterFunc(nothing()));
                        }),
                Check.directed(
                                CALLBACK_21,
                                "null-callback-leaves-nothing",
                                "A null callback is refused; the context holds what it held before.",
                                s -> {
                                    Handle context = s.root().withCancel();
                                    refused(s, "registering null", () -> context.afterFunc(nothing()));
                                    s.expectEqual(
                                            "callbacks held after the refusal",
                                            0,
                                            context.dependents().orElse(0));
                                })
                        .needing(Capability.DEPENDENTS));
    }

    private static void refused(Stage stage, String what, Runnable call) {
        try {
            call.run();
        } catch (OperationThrew thrown) {
            stage.expect(thrown.thrown() instanceof RuntimeException, what, "an exception", thrown.thrown());
            return;
        }
        stage.expect(false, what, "an exception", "it returned");
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T nothing() {
        return null;
    }
}
