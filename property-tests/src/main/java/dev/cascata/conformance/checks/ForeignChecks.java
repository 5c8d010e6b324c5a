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

/** Children of contexts that other people wrote, and causes that are not what they seem. */
final class ForeignChecks {
    private static final long TICK = 1_000_000;

    private ForeignChecks() {}

    static List<Check> all() {
        return List.of(
                Check.directed(
                        CAUSE_12,
                        "foreign-without-causes",
                        "A foreign parent that says nothing about causes ends, with a cause inside; its child is read.",
                        ForeignChecks::causeless),
                Check.directed(
                        CAUSE_13,
                        "foreign-outlives-inner",
                        "A foreign parent stays live while the context inside ends with a cause; its child is read.",
                        ForeignChecks::outlives),
                Check.directed(
                        CAUSE_14,
                        "cause-that-looks-like-expiry",
                        "A context is cancelled with a deadline-exceeded exception as cause.",
                        s -> misleading(s, ContextException.deadlineExceeded(), EndKind.CANCELLED)),
                Check.directed(
                                CAUSE_14,
                                "cause-that-looks-like-cancel",
                                "A context expires with a cancelled exception as the cause of its deadline.",
                                ForeignChecks::misleadingExpiry)
                        .needing(Capability.DEADLINES, Capability.DEADLINE_CAUSES, Capability.VIRTUAL_TIME),
                Check.directed(
                        DEADLINE_16,
                        "foreign-shortens-deadline",
                        "A wrapper reports an earlier deadline than the context inside; a child with a later one is"
                                + " made.",
                        ForeignChecks::shortened),
                Check.directed(
                        FOREIGN_8,
                        "foreign-ends-without-err",
                        "A foreign parent with a null err ends after a child was derived.",
                        s -> withoutErr(s, true)),
                Check.directed(
                        FOREIGN_8,
                        "foreign-ended-without-err",
                        "A child is derived from a foreign parent that has ended and whose err is null.",
                        s -> withoutErr(s, false)),
                Check.directed(
                                FOREIGN_9,
                                "foreign-changes-err",
                                "A wrapper shares done and answers another err; the context inside is cancelled.",
                                ForeignChecks::otherErr)
                        .needing(Capability.KINDS),
                Check.directed(
                        FOREIGN_10,
                        "foreign-calls-back-at-once",
                        "The hook of a foreign parent calls back before it returns, for a child and for a callback.",
                        ForeignChecks::callsBackAtOnce),
                Check.directed(
                        FOREIGN_10,
                        "foreign-calls-back-at-once-deep",
                        "The same below a chain of two such parents.",
                        ForeignChecks::callsBackAtOnceDeep),
                Check.directed(
                                FOREIGN_10,
                                "foreign-calls-back-at-once-merged",
                                "Such a parent is merged with a live context.",
                                ForeignChecks::callsBackAtOnceMerged)
                        .needing(Capability.MERGE));
    }

    private static void causeless(Stage s) {
        Handle inner = s.root().withCancel();
        Handle foreign = inner.foreign(ForeignQuirk.HIDES_CAUSE);
        Handle child = foreign.withCancel();
        inner.cancel(s.newCause("inside"));
        Waiting.until(s, "the child of the foreign context ends", child::done);
        s.expect(foreign.cause() == foreign.err(), "cause of the foreign context", "its err", foreign.cause());
        s.expect(child.cause() == child.err(), "cause of the child", "its err", child.cause());
    }

    private static void outlives(Stage s) {
        Handle inner = s.root().withCancel();
        Handle child = inner.foreign(ForeignQuirk.OUTLIVES).withCancel();
        inner.cancel(s.newCause("inside"));
        s.settle();
        s.expectLive("the child", child);
        s.expect(child.cause() == null, "cause of the child", "null", child.cause());
    }

    private static void misleading(Stage s, Throwable cause, EndKind kind) {
        Handle context = s.root().withCancel();
        context.cancel(cause);
        s.expectEqual("kind", kind, context.kind());
        s.expectCause("the context", cause, context);
    }

    private static void misleadingExpiry(Stage s) {
        Throwable cause = ContextException.cancelled();
        Handle context = s.root().withDeadline(5, cause);
        s.advance(5);
        s.expectEqual("kind", EndKind.DEADLINE_EXCEEDED, context.kind());
        s.expectCause("the context", cause, context);
    }

    private static void shortened(Stage s) {
        Handle wrapper = s.root().withDeadline(9).foreign(ForeignQuirk.SHORTENS_DEADLINE);
        Handle child = wrapper.withDeadline(7);
        s.expectEqual("deadline of the child", OptionalLong.of(3 * TICK), child.deadline());
        s.expectEqual(
                "deadline of a plain child",
                OptionalLong.of(3 * TICK),
                wrapper.withCancel().deadline());
    }

    private static void withoutErr(Stage s, boolean before) {
        Handle inner = s.root().withCancel();
        Handle foreign = inner.foreign(ForeignQuirk.HIDES_ERR);
        if (!before) {
            inner.cancel();
        }
        Handle child = foreign.withCancel();
        inner.cancel();
        Waiting.until(s, "the child of the foreign context ends", child::done);
        s.expectEqual("kind of the child", EndKind.CANCELLED, child.kind());
        Object cause = child.cause();
        s.expect(
                cause instanceof Throwable t && t != child.err() && t.getMessage() != null,
                "cause of the child",
                "one whose message names the fault",
                cause);
    }

    private static void otherErr(Stage s) {
        Handle inner = s.root().withCancel();
        Handle child = inner.foreign(ForeignQuirk.CHANGES_ERR).withCancel();
        inner.cancel();
        s.expectDone("the child", child);
        s.expectEqual("kind of the child", EndKind.CANCELLED, child.kind());
    }

    private static void callsBackAtOnce(Stage s) {
        Handle child =
                s.root().withCancel().foreign(ForeignQuirk.CALLS_BACK_AT_ONCE).withCancel();
        s.expectDone("the child", child);
        s.expectDone("a child of the child", child.withCancel());
        Probe callback = new Probe(s);
        s.root().withCancel().foreign(ForeignQuirk.CALLS_BACK_AT_ONCE).afterFunc(callback);
        s.settle();
        s.expectEqual("runs of the callback", 1, callback.runs());
    }

    private static void callsBackAtOnceDeep(Stage s) {
        Handle inner = s.root().withCancel();
        Handle middle = inner.foreign(ForeignShape.HOOK).withCancel();
        Handle child = middle.foreign(ForeignQuirk.CALLS_BACK_AT_ONCE).withCancel();
        s.expectDone("the child", child);
        s.expectLive("the context at the top", inner);
        s.expectEqual(
                "callbacks left with the context at the top",
                0,
                inner.dependents().orElse(0));
    }

    private static void callsBackAtOnceMerged(Stage s) {
        Handle other = s.root().withCancel();
        Handle merged =
                s.root().withCancel().foreign(ForeignQuirk.CALLS_BACK_AT_ONCE).merge(other);
        s.expectDone("the merged context", merged);
        s.expectLive("the other parent", other);
        s.expectEqual("links held by the other parent", 0, other.dependents().orElse(0));
    }
}
