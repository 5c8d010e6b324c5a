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
import java.util.function.UnaryOperator;

/** Trees of a million contexts, on a stack of a quarter of a megabyte. */
final class ScaleChecks {
    private static final int MILLION = 1_000_000;
    private static final int READ_ONE_OF = 997;
    private static final int PAGE = 16_384;

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
                        s -> ends(s, deep(s.root().withCancel(), Handle::withCancel), Handle::cancel)),
                Check.scale(
                        SCALE_1,
                        "cancel-wide",
                        "A context with a million children is cancelled.",
                        s -> ends(s, wide(s.root().withCancel()), Handle::cancel)),
                Check.scale(
                                SCALE_1,
                                "cancel-deep-in-layers",
                                "The top of a chain of a million contexts, each below a value layer, is cancelled.",
                                s -> ends(s, deep(s.root().withCancel(), layered(s)), Handle::cancel))
                        .needing(Capability.VALUES),
                Check.scale(
                                SCALE_1,
                                "cancel-deep-with-callbacks",
                                "A callback waits on each of a million contexts in a chain; the top is cancelled.",
                                ScaleChecks::deepCallbacks)
                        .needing(Capability.CALLBACKS));
    }

    private static List<Check> expiries() {
        return List.of(
                Check.scale(
                        SCALE_7,
                        "expire-deep",
                        "The top of a chain of a million contexts expires.",
                        s -> ends(s, deep(s.root().withDeadline(5), Handle::withCancel), top -> s.advance(5))),
                Check.scale(
                        SCALE_7,
                        "expire-wide",
                        "A context with a million children expires.",
                        s -> ends(s, wide(s.root().withDeadline(5)), top -> s.advance(5))));
    }

    private static List<Check> uses() {
        return List.of(
                Check.scale(
                        SCALE_2,
                        "look-up-deep",
                        "A key bound below a million value layers, one bound above them and one bound nowhere are"
                                + " looked up.",
                        ScaleChecks::lookUp),
                Check.scale(
                        SCALE_5,
                        "use-deep",
                        "A context a million cancellable contexts deep is read and derived from.",
                        s -> use(s, deep(s.root().withCancel(), Handle::withCancel))),
                Check.scale(
                                SCALE_5,
                                "use-deep-in-layers",
                                "A context a million value layers deep is read and derived from.",
                                s -> use(s, deep(s.root().withCancel(), layer(s))))
                        .needing(Capability.VALUES),
                Check.scale(
                                SCALE_5,
                                "register-deep",
                                "Callbacks are registered and stopped a million contexts, and a million value layers,"
                                        + " deep.",
                                ScaleChecks::register)
                        .needing(Capability.CALLBACKS, Capability.VALUES),
                Check.scale(
                        SCALE_6,
                        "print-deep",
                        "A context a million cancellable contexts deep is printed.",
                        s -> print(s, deep(s.root().withCancel(), Handle::withCancel))),
                Check.scale(
                                SCALE_6,
                                "print-deep-in-layers",
                                "A context a million value layers deep is printed.",
                                s -> print(s, deep(s.root().withCancel(), layer(s))))
                        .needing(Capability.VALUES));
    }

    /** The first of many contexts, and some of the others, the last among them. */
    record Tree(Handle top, List<Handle> below) {
        Handle last() {
            return below.get(below.size() - 1);
        }
    }

    private static Tree deep(Handle top, UnaryOperator<Handle> derive) {
        List<Handle> below = new ArrayList<>();
        Pace pace = new Pace(MILLION);
        Handle at = top;
        for (int i = 1; i <= MILLION; i++) {
            at = derive.apply(at);
            pace.made();
            if (i % READ_ONE_OF == 0 || i == MILLION) {
                below.add(at);
            }
        }
        return new Tree(top, below);
    }

    private static Tree wide(Handle top) {
        List<Handle> below = new ArrayList<>();
        for (int i = 1; i <= MILLION; i++) {
            Handle child = top.withCancel();
            if (i % READ_ONE_OF == 0 || i == MILLION) {
                below.add(child);
            }
        }
        return new Tree(top, below);
    }

    private static UnaryOperator<Handle> layer(Stage s) {
        Object key = s.newKey("layer");
        return at -> at.withValue(key, "v");
    }

    private static UnaryOperator<Handle> layered(Stage s) {
        UnaryOperator<Handle> layer = layer(s);
        return at -> layer.apply(at).withCancel();
    }

    private static void ends(Stage s, Tree tree, Consumer<Handle> end) {
        s.expectLive("the last context", tree.last());
        end.accept(tree.top());
        tree.below().forEach(c -> s.expectDone("a context below", c));
    }

    private static void deepCallbacks(Stage s) {
        Probe callback = new Probe(s);
        Tree tree = deep(s.root().withCancel(), at -> {
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
        Handle last = deep(s.root().withValue(above, "a"), layer(s)).last().withValue(below, "b");
        s.expectEqual("value bound at the bottom", "b", last.value(below));
        s.expectEqual("value bound at the top", "a", last.value(above));
        s.expect(last.value(s.unbound()) == null, "value bound nowhere", "null", "something");
    }

    private static void use(Stage s, Tree tree) {
        Handle last = tree.last();
        s.expectLive("the last context", last);
        s.expect(last.err() == null, "err of the last context", "null", last.err());
        if (s.declares(Capability.CAUSES)) {
            s.expect(last.cause() == null, "cause of the last context", "null", last.cause());
        }
        if (s.declares(Capability.DEADLINES)) {
            s.expect(last.deadline().isEmpty(), "deadline of the last context", "none", last.deadline());
        }
        Handle child = last.withCancel();
        child.cancel();
        s.expectDone("a child of the last context", child);
        s.expectLive("the last context", last);
    }

    private static void register(Stage s) {
        Probe stopped = new Probe(s);
        Probe kept = new Probe(s);
        Handle top = s.root().withCancel();
        List<Handle> ends = List.of(
                deep(top, Handle::withCancel).last(), deep(top, layer(s)).last());
        for (Handle end : ends) {
            Registration stop = end.afterFunc(stopped);
            stop.stop();
            end.afterFunc(kept);
        }
        top.cancel();
        s.settle();
        s.expectEqual("runs of the stopped callbacks", 0, stopped.runs());
        s.expectEqual("runs of the others", ends.size(), kept.runs());
    }

    private static void print(Stage s, Tree tree) {
        int length = tree.last().print().length();
        s.expect(length <= PAGE, "characters printed", "at most " + PAGE, length);
    }
}
