package dev.cascata.conformance.checks;

import static dev.cascata.conformance.rules.UseRule.USE_2;
import static dev.cascata.conformance.rules.UseRule.USE_3;
import static dev.cascata.conformance.rules.UseRule.USE_4;
import static dev.cascata.conformance.rules.UseRule.USE_6;

import dev.cascata.conformance.kit.ForeignQuirk;
import dev.cascata.conformance.rules.Capability;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The printed form of contexts. */
final class PrintChecks {
    private static final String SECRET = "correct-horse-battery-staple";

    private static final String NEVER_CHANGES = "the printed form is made of what never changes";

    private PrintChecks() {}

    static List<Check> all() {
        return List.of(
                Check.directed(
                        USE_2,
                        "print-before-and-after",
                        "A context is printed while it is live, while it has a child, and when it is done.",
                        NEVER_CHANGES,
                        PrintChecks::beforeAndAfter),
                Check.directed(
                                USE_2,
                                "print-while-cancelling",
                                "A callback that runs within a cancel delays it; meanwhile a second thread prints the context.",
                                NEVER_CHANGES,
                                PrintChecks::whileCancelling)
                        .needing(Capability.CALLBACKS, Capability.THREADS),
                Check.directed(
                        USE_3,
                        "print-shows-the-path",
                        "A context, its child and its grandchild are printed.",
                        "the printed form shows each step from the root down to the context",
                        PrintChecks::path),
                Check.directed(
                        USE_4,
                        "print-hides-values",
                        "A secret is bound to a key; the context and a child are printed.",
                        "values may be secret, and logs have many readers",
                        PrintChecks::secret),
                Check.directed(
                        USE_6,
                        "print-names-foreign",
                        "A child of a foreign context without a printed form of its own is printed.",
                        "its type is all that is known of such a context",
                        PrintChecks::foreign));
    }

    private static void beforeAndAfter(Stage s) {
        Handle context = s.root().withCancel();
        String before = context.print();
        Handle child = context.withCancel();
        s.expectEqual("printed form with a child", before, context.print());
        context.cancel();
        child.done();
        s.expectEqual("printed form after the end", before, context.print());
    }

    private static void whileCancelling(Stage s) {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Tree tree = new Tree(s, Stage.DIRECT);
        tree.context.afterFunc(new Probe(s, () -> {
            held.countDown();
            Latches.await(release);
        }));
        String before = tree.context.print();
        Elsewhere<Boolean> cancel = Elsewhere.start(s, "cancels the parent", tree.parent::cancel);
        try {
            Latches.await(held);
            String meanwhile = Elsewhere.run(
                    s, "prints the context", NEVER_CHANGES + ", so it needs no lock", tree.context::print);
            s.expectEqual("printed form while it is being cancelled", before, meanwhile);
        } finally {
            release.countDown();
        }
        cancel.join();
    }

    private static void path(Stage s) {
        Handle root = s.root();
        Handle child = root.withCancel();
        Handle grandchild = child.withCancel();
        s.expect(
                child.print().startsWith(root.print())
                        && child.print().length() > root.print().length(),
                "printed form of a child",
                "the text of its parent, " + root.print() + ", and one step more",
                child.print());
        s.expect(
                grandchild.print().startsWith(child.print())
                        && grandchild.print().length() > child.print().length(),
                "printed form of a grandchild",
                "the text of the child, " + child.print() + ", and one step more",
                grandchild.print());
    }

    private static void secret(Stage s) {
        Handle context = s.root().withValue(s.newKey("password"), SECRET);
        s.expect(!context.print().contains(SECRET), "printed form", "without the value", context.print());
        Handle child = context.withCancel();
        s.expect(!child.print().contains(SECRET), "printed form of a child", "without the value", child.print());
    }

    private static void foreign(Stage s) {
        Handle foreign = s.root().withCancel().foreign(ForeignQuirk.HIDES_CAUSE);
        String type = foreign.typeName();
        String text = foreign.withCancel().print();
        s.expect(text.contains(type), "printed form of the child", "contains the type name " + type, text);
    }
}
