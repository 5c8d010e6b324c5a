package dev.cascata.conformance.checks;

import static dev.cascata.conformance.rules.ScaleRule.SCALE_1;
import static dev.cascata.conformance.rules.ScaleRule.SCALE_2;
import static dev.cascata.conformance.rules.ScaleRule.SCALE_5;
import static dev.cascata.conformance.rules.ScaleRule.SCALE_6;
import static dev.cascata.conformance.rules.ScaleRule.SCALE_7;

import dev.cascata.conformance.rules.Capability;
import dev.cascata.context.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Trees of a million contexts, on a stack of a quarter of a megabyte. */
final class ScaleChecks {
    private static final int MILLION = 1_000_000;
    private static final int PAGE = 16_384;

    private static final String CANCELLED = "a cancel ends every descendant, at any depth and width";
    private static final String EXPIRED = "an expiry ends every descendant, at any depth and width";
    private static final String UNTOUCHED = "nothing has ended, and no context of the chain has a deadline";
    private static final String ONE_PAGE = "a line in a log must not grow with the depth of its context";

    private ScaleChecks() {}

    static List<Check> all() {
        List<Check> checks = new ArrayList<>(cancels());
        checks.addAll(expiries());
        checks.addAll(uses());
        return checks;
    }

    private static List<Check> cancels() {
        return List.of(
                Check.scale(
                        SCALE_1,
                        "cancel-deep",
                        "The top of a chain of a million contexts is cancelled.",
                        CANCELLED,
                        s -> ends(s, BigTree.deep(s.root().withCancel(), Handle::withCancel), Handle::cancel)),
                Check.scale(
                        SCALE_1,
                        "cancel-wide",
                        "A context with a million children is cancelled.",
                        CANCELLED,
                        s -> ends(s, BigTree.wide(s.root().withCancel()), Handle::cancel)),
                Check.scale(
                                SCALE_1,
                                "cancel-deep-in-layers",
                                "The top of a chain of a million contexts, each below a value layer, is cancelled.",
                                CANCELLED,
                                s -> ends(s, BigTree.deep(s.root().withCancel(), BigTree.layered(s)), Handle::cancel))
                        .needing(Capability.VALUES),
                Check.scale(
                                SCALE_1,
                                "cancel-deep-with-callbacks",
                                "A callback is registered on each of a million contexts in a chain; the top is cancelled.",
                                "each context ended once, so each callback ran once",
                                ScaleChecks::deepCallbacks)
                        .needing(Capability.CALLBACKS));
    }

    private static List<Check> expiries() {
        return List.of(
                Check.scale(
                        SCALE_7,
                        "expire-deep",
                        "The top of a chain of a million contexts expires.",
                        EXPIRED,
                        s -> ends(s, BigTree.deep(s.root().withDeadline(5), Handle::withCancel), top -> s.advance(5))),
                Check.scale(
                        SCALE_7,
                        "expire-wide",
                        "A context with a million children expires.",
                        EXPIRED,
                        s -> ends(s, BigTree.wide(s.root().withDeadline(5)), top -> s.advance(5))));
    }

    private static List<Check> uses() {
        return List.of(
                Check.scale(
                        SCALE_2,
                        "look-up-deep",
                        "Three keys are looked up: one bound below a million value layers, one bound above them, and one bound nowhere.",
                        "a lookup finds the nearest binding, at any depth",
                        ScaleChecks::lookUp),
                Check.scale(
                        SCALE_5,
                        "use-deep",
                        "A context a million cancellable contexts deep is read and derived from.",
                        UNTOUCHED,
                        s -> use(s, BigTree.deep(s.root().withCancel(), Handle::withCancel))),
                Check.scale(
                                SCALE_5,
                                "use-deep-in-layers",
                                "A context a million value layers deep is read and derived from.",
                                UNTOUCHED,
                                s -> use(s, BigTree.deep(s.root().withCancel(), BigTree.layer(s))))
                        .needing(Capability.VALUES),
                Check.scale(
                                SCALE_5,
                                "register-deep",
                                "Callbacks are registered and stopped a million contexts deep and a million value layers deep.",
                                "the context ended once, so a callback that was not stopped ran once",
                                ScaleChecks::register)
                        .needing(Capability.CALLBACKS, Capability.VALUES),
                Check.scale(
                        SCALE_6,
                        "print-deep",
                        "A context a million cancellable contexts deep is printed.",
                        ONE_PAGE,
                        s -> print(s, BigTree.deep(s.root().withCancel(), Handle::withCancel))),
                Check.scale(
                                SCALE_6,
                                "print-deep-in-layers",
                                "A context a million value layers deep is printed.",
                                ONE_PAGE,
                                s -> print(s, BigTree.deep(s.root().withCancel(), BigTree.layer(s))))
                        .needing(Capability.VALUES));
    }

    private static void ends(Stage s, BigTree tree, Consumer<Handle> end) {
        s.because("nothing has ended yet").expectLive("the last context", tree.last());
        end.accept(tree.top());
        tree.below().forEach(c -> s.expectDone("a context below", c));
    }

    private static void deepCallbacks(Stage s) {
        Probe callback = new Probe(s);
        BigTree tree = BigTree.deep(s.root().withCancel(), at -> {
            Handle child = at.withCancel();
            child.afterFunc(callback);
            return child;
        });
        tree.top().cancel();
        s.settle();
        s.expectEqual("runs of the callbacks", MILLION, callback.runs());
    }

    private static void lookUp(Stage s) {
        Object above = s.newKey("above");
        Object below = s.newKey("below");
        Handle last = BigTree.deep(s.root().withValue(above, "a"), BigTree.layer(s))
                .last()
                .withValue(below, "b");
        s.expectEqual("value bound at the bottom", "b", last.value(below));
        s.expectEqual("value bound at the top", "a", last.value(above));
        s.because("no layer binds this key").expectNull("value bound nowhere", last.value(s.unbound()));
    }

    private static void use(Stage s, BigTree tree) {
        Handle last = tree.last();
        s.expectLive("the last context", last);
        s.expectNull("err of the last context", last.err());
        if (s.declares(Capability.CAUSES)) {
            s.expectNull("cause of the last context", last.cause());
        }
        if (s.declares(Capability.DEADLINES)) {
            s.expect(last.deadline().isEmpty(), "deadline of the last context", "none", last.deadline());
        }
        Handle child = last.withCancel();
        child.cancel();
        s.because("it was cancelled").expectDone("a child of the last context", child);
        s.because("the end of a child does not end its parent").expectLive("the last context", last);
    }

    private static void register(Stage s) {
        Probe stopped = new Probe(s);
        Probe kept = new Probe(s);
        Handle top = s.root().withCancel();
        List<Handle> ends = List.of(
                BigTree.deep(top, Handle::withCancel).last(),
                BigTree.deep(top, BigTree.layer(s)).last());
        for (Handle end : ends) {
            Registration stop = end.afterFunc(stopped);
            stop.stop();
            end.afterFunc(kept);
        }
        top.cancel();
        s.settle();
        s.because("a stopped callback never runs").expectEqual("runs of the stopped callbacks", 0, stopped.runs());
        s.expectEqual("runs of the other callbacks", ends.size(), kept.runs());
    }

    private static void print(Stage s, BigTree tree) {
        int length = tree.last().print().length();
        s.expect(length <= PAGE, "characters printed", "at most " + PAGE, length);
    }
}
