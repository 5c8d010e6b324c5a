package dev.cascata.conformance.checks;

import static dev.cascata.conformance.rules.CauseRule.CAUSE_12;
import static dev.cascata.conformance.rules.CauseRule.CAUSE_13;
import static dev.cascata.conformance.rules.CauseRule.CAUSE_14;
import static dev.cascata.conformance.rules.DeadlineRule.DEADLINE_16;
import static dev.cascata.conformance.rules.ForeignRule.FOREIGN_10;
import static dev.cascata.conformance.rules.ForeignRule.FOREIGN_8;
import static dev.cascata.conformance.rules.ForeignRule.FOREIGN_9;

import dev.cascata.conformance.kit.EndKind;
import dev.cascata.conformance.kit.ForeignQuirk;
import dev.cascata.conformance.kit.ForeignShape;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.context.ContextException;
import java.util.List;
import java.util.OptionalLong;

/** Children of foreign contexts, and causes whose type suggests another kind of end. */
final class ForeignChecks {
    private static final long TICK = 1_000_000;
    private static final String CHILD_OF_DONE =
            "a child ends with its parent, and without an err it counts as cancelled";
    private static final String HOOK_REPORTED = "the hook reported the end before it returned";
    private static final String ENDS_WITH_PARENT = "its parent has ended";

    private ForeignChecks() {}

    static List<Check> all() {
        return List.of(
                Check.directed(
                        CAUSE_12,
                        "foreign-without-causes",
                        "A foreign parent does not support causes. The context inside it is cancelled with a cause, and the child is read.",
                        "a context without a cause of its own has its err as its cause",
                        ForeignChecks::causeless),
                Check.directed(
                        CAUSE_13,
                        "foreign-outlives-inner",
                        "A foreign parent stays live when the context inside it ends with a cause; its child is read.",
                        "the parent is live, and a live context has no cause",
                        ForeignChecks::outlives),
                Check.directed(
                        CAUSE_14,
                        "cause-that-looks-like-expiry",
                        "A context is cancelled with a deadline-exceeded exception as cause.",
                        "a cancel ended the context, and the type of its cause does not matter",
                        s -> misleading(s, ContextException.deadlineExceeded(), EndKind.CANCELLED)),
                Check.directed(
                                CAUSE_14,
                                "cause-that-looks-like-cancel",
                                "A context expires; the cause of its deadline is a cancelled exception.",
                                "the deadline ended the context, and the type of its cause does not matter",
                                ForeignChecks::misleadingExpiry)
                        .needing(Capability.DEADLINES, Capability.DEADLINE_CAUSES, Capability.VIRTUAL_TIME),
                Check.directed(
                        DEADLINE_16,
                        "foreign-shortens-deadline",
                        "A foreign context reports tick 3 as its deadline, and the context inside tick 9. Children with and without a deadline are made.",
                        "the parent reports tick 3, and a child has no later deadline than its parent reports",
                        ForeignChecks::shortened),
                Check.directed(
                        FOREIGN_8,
                        "foreign-ends-without-err",
                        "A foreign parent ends with a null err after a child was derived.",
                        CHILD_OF_DONE,
                        s -> withoutErr(s, true)),
                Check.directed(
                        FOREIGN_8,
                        "foreign-done-without-err",
                        "A child is derived from a foreign parent that is done and has a null err.",
                        CHILD_OF_DONE,
                        s -> withoutErr(s, false)),
                Check.directed(
                                FOREIGN_9,
                                "foreign-changes-err",
                                "A foreign context shares done and returns an err of its own; the context inside is cancelled.",
                                "the foreign context shares done, so its child is linked to the context inside, which was cancelled",
                                ForeignChecks::otherErr)
                        .needing(Capability.KINDS),
                Check.directed(
                        FOREIGN_10,
                        "foreign-calls-back-at-once",
                        "The hook of a foreign parent calls back before it returns, for a child and for a callback.",
                        HOOK_REPORTED,
                        ForeignChecks::callsBackAtOnce),
                Check.directed(
                        FOREIGN_10,
                        "foreign-calls-back-at-once-deep",
                        "The hook of a foreign parent below another foreign parent calls back before it returns.",
                        HOOK_REPORTED,
                        ForeignChecks::callsBackAtOnceDeep),
                Check.directed(
                                FOREIGN_10,
                                "foreign-calls-back-at-once-merged",
                                "A foreign parent whose hook calls back before it returns is merged with a live context.",
                                HOOK_REPORTED,
                                ForeignChecks::callsBackAtOnceMerged)
                        .needing(Capability.MERGE));
    }

    private static void causeless(Stage s) {
        Handle inner = s.root().withCancel();
        Handle foreign = inner.foreign(ForeignQuirk.HIDES_CAUSE);
        Handle child = foreign.withCancel();
        inner.cancel(s.newCause("inside"));
        Waiting.until(s, "the child of the foreign context ends", ENDS_WITH_PARENT, child::done);
        s.expect(foreign.cause() == foreign.err(), "cause of the foreign context", "its err", foreign.cause());
        s.because("a child takes the cause of its parent")
                .expect(child.cause() == child.err(), "cause of the child", "its err", child.cause());
    }

    private static void outlives(Stage s) {
        Handle inner = s.root().withCancel();
        Handle child = inner.foreign(ForeignQuirk.OUTLIVES).withCancel();
        inner.cancel(s.newCause("inside"));
        s.settle();
        s.because("its parent is the foreign context, which is live").expectLive("the child", child);
        s.expectNull("cause of the child", child.cause());
    }

    private static void misleading(Stage s, Throwable cause, EndKind kind) {
        Handle context = s.root().withCancel();
        context.cancel(cause);
        s.expectEqual("kind", kind, context.kind());
        s.because("a cause is returned as it was given").expectCause("the context", cause, context);
    }

    private static void misleadingExpiry(Stage s) {
        Throwable cause = ContextException.cancelled();
        Handle context = s.root().withDeadline(5, cause);
        s.advance(5);
        s.expectEqual("kind", EndKind.DEADLINE_EXCEEDED, context.kind());
        s.because("a cause is returned as it was given").expectCause("the context", cause, context);
    }

    private static void shortened(Stage s) {
        Handle foreign = s.root().withDeadline(9).foreign(ForeignQuirk.SHORTENS_DEADLINE);
        Handle child = foreign.withDeadline(7);
        s.expectEqual("deadline of the child, in nanoseconds", OptionalLong.of(3 * TICK), child.deadline());
        s.expectEqual(
                "deadline of a child without one of its own, in nanoseconds",
                OptionalLong.of(3 * TICK),
                foreign.withCancel().deadline());
    }

    private static void withoutErr(Stage s, boolean before) {
        Handle inner = s.root().withCancel();
        Handle foreign = inner.foreign(ForeignQuirk.HIDES_ERR);
        if (!before) {
            inner.cancel();
        }
        Handle child = foreign.withCancel();
        inner.cancel();
        Waiting.until(s, "the child of the foreign context ends", ENDS_WITH_PARENT, child::done);
        s.expectEqual("kind of the child", EndKind.CANCELLED, child.kind());
        Object cause = child.cause();
        s.because("only the cause can name the fault of the foreign context")
                .expect(
                        cause instanceof Throwable t && t != child.err() && t.getMessage() != null,
                        "cause of the child",
                        "an exception with a message, other than its err",
                        cause);
    }

    private static void otherErr(Stage s) {
        Handle inner = s.root().withCancel();
        Handle child = inner.foreign(ForeignQuirk.CHANGES_ERR).withCancel();
        inner.cancel();
        s.because("cancel ends every linked descendant").expectDone("the child", child);
        s.expectEqual("kind of the child", EndKind.CANCELLED, child.kind());
    }

    private static void callsBackAtOnce(Stage s) {
        Handle child =
                s.root().withCancel().foreign(ForeignQuirk.CALLS_BACK_AT_ONCE).withCancel();
        s.expectDone("the child", child);
        s.because("its parent is done").expectDone("a child of the child", child.withCancel());
        Probe callback = new Probe(s);
        s.root().withCancel().foreign(ForeignQuirk.CALLS_BACK_AT_ONCE).afterFunc(callback);
        s.settle();
        s.because("the hook called it once").expectEqual("runs of the callback", 1, callback.runs());
    }

    private static void callsBackAtOnceDeep(Stage s) {
        Handle inner = s.root().withCancel();
        Handle middle = inner.foreign(ForeignShape.HOOK).withCancel();
        Handle child = middle.foreign(ForeignQuirk.CALLS_BACK_AT_ONCE).withCancel();
        s.expectDone("the child", child);
        s.because("the end of a descendant ends no ancestor").expectLive("the context at the top", inner);
        s.because("its only descendants are done").expectNoDependents("the context at the top", inner);
    }

    private static void callsBackAtOnceMerged(Stage s) {
        Handle other = s.root().withCancel();
        Handle merged =
                s.root().withCancel().foreign(ForeignQuirk.CALLS_BACK_AT_ONCE).merge(other);
        s.expectDone("the merged context", merged);
        s.because("the end of a merged context ends none of its parents").expectLive("the other parent", other);
        s.because("the merged context is done").expectNoDependents("the other parent", other);
    }
}
