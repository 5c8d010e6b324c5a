package dev.cascata.conformance.checks;

import static dev.cascata.conformance.rules.CallRule.*;
import static dev.cascata.conformance.rules.UseRule.USE_5;

import dev.cascata.conformance.kit.ForeignQuirk;
import dev.cascata.conformance.rules.Capability;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What a call that is bound to a context keeps, answers and leaves behind. */
final class CallChecks {
    private static final int ROUNDS = 300;
    private static final String ANSWER = "answer";

    private CallChecks() {}

    static List<Check> all() {
        List<Check> checks = new ArrayList<>(keeps());
        checks.addAll(answers());
        return checks;
    }

    private static List<Check> keeps() {
        return List.of(
                Check.directed(
                        CALL_2,
                        "call-takes-interrupt-back",
                        "A task cancels its own context and returns; the thread's flag is read after the call.",
                        CallChecks::takesBack),
                Check.directed(
                        CALL_2,
                        "calls-within-calls",
                        "A task of a child's looks at the thread's flag until it is set, within a task of the parent's, which is"
                                + " cancelled.",
                        CallChecks::nested),
                Check.directed(
                        USE_5,
                        "call-returns-while-context-ends",
                        "Three hundred times a task returns while a second thread cancels its context.",
                        CallChecks::races),
                Check.directed(
                        CALL_3,
                        "call-keeps-pending-interrupt",
                        "The thread is interrupted before the call; the task returns, and the flag is read.",
                        s -> pending(s, c -> false)),
                Check.directed(
                        CALL_3,
                        "call-keeps-interrupt-as-context-ends",
                        "The thread is interrupted before the call; the task cancels its context and returns.",
                        s -> pending(s, Handle::cancel)),
                Check.directed(
                        CALL_3,
                        "call-hands-on-interrupt",
                        "A second thread interrupts a task that waits, while the context lives.",
                        CallChecks::foreign));
    }

    private static List<Check> answers() {
        return List.of(
                Check.directed(
                        CALL_4,
                        "call-on-ended-context",
                        "A task is bound to a context that has ended.",
                        s -> refused(s, s.root().withCancel(), c -> c)),
                Check.directed(
                                CALL_4,
                                "call-on-ended-without-err",
                                "A task is bound to a foreign context that has ended and whose err is null.",
                                s -> refused(s, s.root().withCancel(), c -> c.foreign(ForeignQuirk.HIDES_ERR)))
                        .needing(Capability.FOREIGN_PARENTS),
                Check.directed(
                        CALL_5,
                        "call-tells-cause",
                        "The context of a task that waits is cancelled with a cause.",
                        CallChecks::tells),
                Check.directed(
                        CALL_5,
                        "call-hands-on-answers",
                        "A task returns a value, also after its context has ended; another one throws.",
                        CallChecks::handsOn),
                Check.directed(
                        CALL_7,
                        "call-leaves-nothing",
                        "Of two tasks that are bound to a context that lives, one returns and one throws.",
                        CallChecks::leavesNothing));
    }

    private static void takesBack(Stage s) {
        Handle context = s.root().withCancel();
        AtomicBoolean inside = new AtomicBoolean();
        Bound call = Bound.onItsOwn(
                s,
                () -> context.call(() -> {
                    context.cancel();
                    inside.set(Thread.currentThread().isInterrupted());
                    return ANSWER;
                }));
        s.expectEqual("whether the thread is interrupted within the task", true, inside.get());
        s.expectEqual("whether the thread is interrupted after the call", false, call.interrupted());
    }

    private static void nested(Stage s) {
        Handle parent = s.root().withCancel();
        Handle child = parent.withCancel();
        CountDownLatch begun = new CountDownLatch(1);
        Elsewhere<Bound> outer = Elsewhere.start(
                s,
                "runs a bound task within another",
                () -> parent.call(child.bound(() -> {
                    begun.countDown();
                    while (!Thread.currentThread().isInterrupted()) {
                        Thread.onSpinWait();
                    }
                    return ANSWER;
                })));
        Latches.await(begun);
        parent.cancel();
        s.expectEqual(
                "whether the thread is interrupted after both calls",
                false,
                outer.join().interrupted());
    }

    private static void races(Stage s) {
        for (int round = 0; round < ROUNDS; round++) {
            Handle context = s.root().withCancel();
            CyclicBarrier start = new CyclicBarrier(2);
            CountDownLatch cancelled = new CountDownLatch(1);
            Elsewhere<Boolean> call = Elsewhere.start(s, "makes a bound call that returns at once", () -> {
                start.await();
                boolean late = context.call(() -> ANSWER).interrupted();
                // A late interrupt would end a wait; here it is what is looked for.
                while (cancelled.getCount() > 0 && !Thread.currentThread().isInterrupted()) {
                    Thread.onSpinWait();
                }
                return late || Thread.currentThread().isInterrupted();
            });
            Elsewhere<Boolean> cancel = Elsewhere.start(s, "cancels the context", () -> {
                start.await();
                boolean won = context.cancel();
                cancelled.countDown();
                return won;
            });
            s.expectEqual("whether this cancel ended the context", true, cancel.join());
            s.expectEqual("whether the thread is interrupted after the call", false, call.join());
        }
    }

    private static void pending(Stage s, Predicate<Handle> act) {
        Handle context = s.root().withCancel();
        Bound call = Bound.onItsOwn(s, () -> {
            Thread.currentThread().interrupt();
            return context.call(() -> act.test(context) ? ANSWER : "");
        });
        s.expect(call.answer() != null, "the call", "returns", call.thrown());
        s.expectEqual("whether the thread is interrupted after the call", true, call.interrupted());
    }

    private static void foreign(Stage s) {
        Handle context = s.root().withCancel();
        Elsewhere<Bound> call = Bound.running(s, context, Bound::waits);
        call.thread().interrupt();
        Throwable thrown = call.join().thrown();
        s.expect(thrown instanceof InterruptedException, "what the call throws", "an InterruptedException", thrown);
        s.expectLive("the context", context);
    }

    private static void refused(Stage s, Handle context, UnaryOperator<Handle> around) {
        AtomicBoolean ran = new AtomicBoolean();
        Handle bound = around.apply(context);
        context.cancel();
        Bound call = Bound.onItsOwn(s, () -> bound.call(() -> ran.getAndSet(true)));
        s.expect(call.thrown() != null, "a call bound to an ended context", "throws", "returned");
        s.expectEqual("whether the task was run", false, ran.get());
    }

    private static void tells(Stage s) {
        Handle context = s.root().withCancel();
        Object cause = s.newCause("cause");
        Elsewhere<Bound> waiting = Bound.running(s, context, Bound::waits);
        context.cancel(cause);
        Bound call = waiting.join();
        s.expect(call.tells(cause), "what the call throws", "an exception with the cause " + cause, call.thrown());
    }

    private static void handsOn(Stage s) {
        Handle context = s.root().withCancel();
        IOException thrown = new IOException("of the task");
        Bound failed = Bound.onItsOwn(
                s,
                () -> context.call(() -> {
                    throw thrown;
                }));
        s.expect(failed.thrown() == thrown, "what the call throws", "what the task threw", failed.thrown());
        Bound ended = Bound.onItsOwn(s, () -> context.call(() -> context.cancel() ? ANSWER : ""));
        s.expectEqual("answer of the call", ANSWER, ended.answer());
    }

    private static void leavesNothing(Stage s) {
        Handle context = s.root().withCancel();
        Bound.onItsOwn(s, () -> context.call(() -> ANSWER));
        Bound.onItsOwn(
                s,
                () -> context.call(() -> {
                    throw new IOException("of the task");
                }));
        s.expectEqual("links held by the context", 0, context.dependents().orElse(0));
    }
}
