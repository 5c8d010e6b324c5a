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

/** Which interrupts a bound call keeps, what it returns, and what it leaves behind. */
final class CallChecks {
    private static final int ROUNDS = 300;
    private static final String ANSWER = "answer";
    private static final String CLEARED =
            "the interrupt belongs to the call, and the next code on this thread must not receive it";
    private static final String SENT_ONCE = "the interrupt came from outside the call and is not sent again";
    private static final String NOT_WANTED = "the result of a task is not wanted once its context is done";

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
                        "call-clears-interrupt",
                        "A task cancels its own context and returns. The interrupt flag of the thread is read after the call.",
                        CLEARED,
                        CallChecks::clears),
                Check.directed(
                        CALL_2,
                        "calls-within-calls",
                        "A task of a child runs within a task of its parent, until the parent is cancelled and the thread is interrupted.",
                        CLEARED,
                        CallChecks::nested),
                Check.directed(
                        USE_5,
                        "call-returns-while-context-ends",
                        "A task returns while a second thread cancels its context, three hundred times.",
                        "a call that has returned has no thread to interrupt any more",
                        CallChecks::races),
                Check.directed(
                        CALL_3,
                        "call-keeps-pending-interrupt",
                        "The thread is interrupted before the call. The task returns, and the flag is read.",
                        SENT_ONCE,
                        s -> pending(s, c -> false)),
                Check.directed(
                        CALL_3,
                        "call-keeps-interrupt-as-context-ends",
                        "The thread is interrupted before the call. The task cancels its context and returns.",
                        SENT_ONCE,
                        s -> pending(s, Handle::cancel)),
                Check.directed(
                        CALL_3,
                        "call-passes-interrupt-on",
                        "A second thread interrupts a waiting task while the context is live.",
                        "the task threw it, and the context did not end",
                        CallChecks::passesOn));
    }

    private static List<Check> answers() {
        return List.of(
                Check.directed(
                        CALL_4,
                        "call-on-done-context",
                        "A task is bound to a done context.",
                        NOT_WANTED,
                        s -> rejected(s, s.root().withCancel(), c -> c)),
                Check.directed(
                                CALL_4,
                                "call-on-done-without-err",
                                "A task is bound to a foreign context that is done and has a null err.",
                                NOT_WANTED,
                                s -> rejected(s, s.root().withCancel(), c -> c.foreign(ForeignQuirk.HIDES_ERR)))
                        .needing(Capability.FOREIGN_PARENTS),
                Check.directed(
                        CALL_5,
                        "call-reports-cause",
                        "The context of a waiting task is cancelled with a cause.",
                        "only the cause says why the context ended",
                        CallChecks::reportsCause),
                Check.directed(
                        CALL_5,
                        "call-returns-results",
                        "A task returns a value after its context has ended; another task throws.",
                        "the task finished, so its result counts",
                        CallChecks::returnsResults),
                Check.directed(
                        CALL_7,
                        "call-leaves-nothing",
                        "One bound task returns and another throws, while the context is live.",
                        "both calls are over, so the context has nothing left to interrupt",
                        CallChecks::leavesNothing));
    }

    private static void clears(Stage s) {
        Handle context = s.root().withCancel();
        AtomicBoolean inside = new AtomicBoolean();
        Bound call = Bound.onItsOwn(
                s,
                () -> context.call(() -> {
                    context.cancel();
                    inside.set(Thread.currentThread().isInterrupted());
                    return ANSWER;
                }));
        s.because("the end of a context interrupts the thread of its task")
                .expectEqual("whether the thread is interrupted within the task", true, inside.get());
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
                outer.join("the end of the parent interrupts the thread of the task")
                        .interrupted());
    }

    private static void races(Stage s) {
        for (int round = 0; round < ROUNDS; round++) {
            Handle context = s.root().withCancel();
            CyclicBarrier start = new CyclicBarrier(2);
            CountDownLatch cancelled = new CountDownLatch(1);
            Elsewhere<Boolean> call = Elsewhere.start(s, "makes a bound call that returns at once", () -> {
                start.await();
                boolean late = context.call(() -> ANSWER).interrupted();
                // Spins, because a wait would end at the late interrupt that this check looks for.
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
            s.because("no other call ends this context")
                    .expectEqual("whether this cancel ended the context", true, cancel.join());
            s.expectEqual("whether the thread is interrupted after the call", false, call.join());
        }
    }

    private static void pending(Stage s, Predicate<Handle> act) {
        Handle context = s.root().withCancel();
        Bound call = Bound.onItsOwn(s, () -> {
            Thread.currentThread().interrupt();
            return context.call(() -> act.test(context) ? ANSWER : "");
        });
        s.because("the task returned a value").expect(call.answer() != null, "the call", "returns", call.thrown());
        s.expectEqual("whether the thread is interrupted after the call", true, call.interrupted());
    }

    private static void passesOn(Stage s) {
        Handle context = s.root().withCancel();
        Elsewhere<Bound> call = Bound.running(s, context, Bound::waits);
        call.thread().interrupt();
        Throwable thrown = call.join().thrown();
        s.expect(thrown instanceof InterruptedException, "what the call throws", "an InterruptedException", thrown);
        s.because("an interrupt of a thread ends no context").expectLive("the context", context);
    }

    private static void rejected(Stage s, Handle context, UnaryOperator<Handle> around) {
        AtomicBoolean ran = new AtomicBoolean();
        Handle bound = around.apply(context);
        context.cancel();
        Bound call = Bound.onItsOwn(s, () -> bound.call(() -> ran.getAndSet(true)));
        s.expect(call.thrown() != null, "a call bound to a done context", "throws", "returned");
        s.expectEqual("whether the task was run", false, ran.get());
    }

    private static void reportsCause(Stage s) {
        Handle context = s.root().withCancel();
        Object cause = s.newCause("cause");
        Elsewhere<Bound> waiting = Bound.running(s, context, Bound::waits);
        context.cancel(cause);
        Bound call = waiting.join("the end of the context interrupts the task");
        s.expect(call.reports(cause), "what the call throws", "an exception with the cause " + cause, call.thrown());
    }

    private static void returnsResults(Stage s) {
        Handle context = s.root().withCancel();
        IOException thrown = new IOException("of the task");
        Bound failed = Bound.onItsOwn(
                s,
                () -> context.call(() -> {
                    throw thrown;
                }));
        s.because("the task threw it while the context was live")
                .expect(failed.thrown() == thrown, "what the call throws", "what the task threw", failed.thrown());
        Bound ended = Bound.onItsOwn(s, () -> context.call(() -> context.cancel() ? ANSWER : ""));
        s.expectEqual("result of the call", ANSWER, ended.answer());
    }

    private static void leavesNothing(Stage s) {
        Handle context = s.root().withCancel();
        Bound.onItsOwn(s, () -> context.call(() -> ANSWER));
        Bound.onItsOwn(
                s,
                () -> context.call(() -> {
                    throw new IOException("of the task");
                }));
        s.expectNoDependents("the context", context);
    }
}
