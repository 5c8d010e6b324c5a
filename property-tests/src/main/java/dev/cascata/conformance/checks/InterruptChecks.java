package dev.cascata.conformance.checks;

import static dev.cascata.conformance.rules.CallRule.*;

import dev.cascata.conformance.rules.Capability;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** When a bound call interrupts the thread of its task. */
final class InterruptChecks {
    private static final long FOREVER_SECONDS = 60;
    private static final String ANSWER = "answer";
    private static final String ONCE = "a context ends once, so it interrupts its task once";
    private static final String THROWN = "the interrupted task threw an exception";
    private static final String INTERRUPTED =
            "the end of the context interrupts the task, without waiting for a callback";

    private InterruptChecks() {}

    static List<Check> all() {
        return List.of(
                Check.directed(
                        CALL_1,
                        "call-interrupted-by-cancel",
                        "A waiting task is interrupted by the cancel of its context and waits again. Its context and the parent are cancelled once more.",
                        ONCE,
                        s -> interrupted(s, UnaryOperator.identity())),
                Check.directed(
                        CALL_1,
                        "call-interrupted-by-parent",
                        "A task that is bound to a child waits. The parent is cancelled twice.",
                        ONCE,
                        s -> interrupted(s, Handle::withCancel)),
                Check.directed(
                                CALL_1,
                                "call-interrupted-by-expiry",
                                "A task that is bound to a context with a deadline waits until the deadline has passed.",
                                THROWN,
                                InterruptChecks::expires)
                        .needing(Capability.DEADLINES, Capability.VIRTUAL_TIME),
                Check.directed(
                        CALL_6,
                        "call-interrupted-by-busy-executor",
                        "The executor runs none of its tasks, and a callback is registered on the context of a task. The context is cancelled.",
                        THROWN,
                        s -> blocks(s, task -> {})),
                Check.directed(
                                CALL_6,
                                "call-interrupted-before-callback",
                                "A callback that runs within the cancel waits for a task of the same context. That task waits for its interrupt.",
                                THROWN,
                                InterruptChecks::callbackWaits)
                        .needing(Capability.CALLBACKS));
    }

    private static void interrupted(Stage s, UnaryOperator<Handle> derive) {
        Handle top = s.root().withCancel();
        Handle context = derive.apply(top);
        AtomicInteger interrupts = new AtomicInteger();
        CountDownLatch again = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Elsewhere<Bound> call = Bound.running(s, context, () -> {
            count(interrupts, new CountDownLatch(1));
            again.countDown();
            count(interrupts, go);
            return ANSWER;
        });
        top.cancel();
        Latches.await(again);
        context.cancel();
        top.cancel();
        go.countDown();
        s.because("the task returned a value after its interrupt")
                .expectEqual("result of the call", ANSWER, call.join().answer());
        s.expectEqual("interrupts seen by the task", 1, interrupts.get());
    }

    /** Waits, and counts the interrupt if one ends the wait. */
    private static void count(AtomicInteger interrupts, CountDownLatch latch) {
        try {
            boolean passed = latch.await(FOREVER_SECONDS, TimeUnit.SECONDS);
            interrupts.addAndGet(passed ? 0 : 100);
        } catch (InterruptedException e) {
            interrupts.incrementAndGet();
        }
    }

    private static void expires(Stage s) {
        Elsewhere<Bound> call = Bound.running(s, s.root().withDeadline(5), Bound::waits);
        s.advance(4);
        s.because("the deadline has not passed")
                .expect(!call.finished(), "the call, a tick before the deadline", "still running", "returned");
        s.advance(1);
        s.expect(call.join(INTERRUPTED).thrown() != null, "the call", "throws", "returned");
    }

    private static void blocks(Stage s, Executor executor) {
        Handle context = s.root(executor).withCancel();
        if (s.declares(Capability.CALLBACKS)) {
            context.afterFunc(new Probe(s));
        }
        Elsewhere<Bound> call = Bound.running(s, context, Bound::waits);
        context.cancel();
        s.expect(call.join(INTERRUPTED).thrown() != null, "the call", "throws", "returned");
    }

    private static void callbackWaits(Stage s) {
        Handle context = s.root(Stage.DIRECT).withCancel();
        CountDownLatch interrupted = new CountDownLatch(1);
        context.afterFunc(new Probe(s, () -> Latches.await(interrupted)));
        Elsewhere<Bound> call = Bound.running(s, context, () -> {
            try {
                return Bound.waits();
            } finally {
                interrupted.countDown();
            }
        });
        Elsewhere.run(s, "cancels the context", INTERRUPTED, context::cancel);
        s.expect(call.join(INTERRUPTED).thrown() != null, "the call", "throws", "returned");
    }
}
