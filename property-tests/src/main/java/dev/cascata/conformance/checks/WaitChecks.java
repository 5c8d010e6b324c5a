package dev.cascata.conformance.checks;

import static dev.cascata.conformance.rules.WaitRule.WAIT_1;
import static dev.cascata.conformance.rules.WaitRule.WAIT_2;
import static dev.cascata.conformance.rules.WaitRule.WAIT_3;
import static dev.cascata.conformance.rules.WaitRule.WAIT_4;
import static dev.cascata.conformance.rules.WaitRule.WAIT_5;

import dev.cascata.conformance.rules.Capability;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;

/** Threads that wait for the end of a context, platform threads and, where the JDK has them, virtual ones. */
final class WaitChecks {
    private static final int MANY = 20;
    private static final Duration FIVE_TICKS = Duration.ofMillis(5);
    private static final Duration LONG = Duration.ofDays(200_000);

    /** How the context that is waited for comes about, and how it ends; {@code c} is a child of a fresh parent. */
    private record End(String name, String words, Function<Handle, Handle> make, Consumer<Ended> end) {}

    private record Ended(Stage stage, Handle parent, Handle context) {}

    private static final List<End> ENDS = List.of(
            new End(
                    "cancel",
                    "is cancelled",
                    Handle::withCancel,
                    e -> e.context().cancel()),
            new End(
                    "parent",
                    "ends with its parent",
                    Handle::withCancel,
                    e -> e.parent().cancel()),
            new End("expiry", "expires", p -> p.withDeadline(5), e -> e.stage().advance(5)));

    private WaitChecks() {}

    static List<Check> all() {
        List<Check> checks = new ArrayList<>();
        for (End end : ENDS) {
            Capability[] needs = end.name().equals("expiry")
                    ? new Capability[] {Capability.DEADLINES, Capability.VIRTUAL_TIME}
                    : new Capability[0];
            checks.add(Check.directed(
                            WAIT_1,
                            "wait-until-" + end.name(),
                            "Threads wait, with a limit and without, for a context that " + end.words() + ".",
                            s -> wakes(s, end))
                    .needing(needs));
        }
        checks.addAll(others());
        return checks;
    }

    private static List<Check> others() {
        return List.of(
                Check.directed(
                        WAIT_2,
                        "wait-for-ended",
                        "A thread waits, with a limit and without, for a context that has ended.",
                        WaitChecks::returnsAtOnce),
                Check.directed(
                        WAIT_3,
                        "wait-up-to-limit",
                        "A thread waits for five ticks; nothing ends within four, and at five the wait does.",
                        WaitChecks::limitPasses),
                Check.directed(
                        WAIT_3,
                        "wait-with-no-time",
                        "A thread waits for zero and for a negative time; both waits return at once.",
                        WaitChecks::noTime),
                Check.directed(
                        WAIT_4,
                        "wait-interrupted",
                        "Two threads wait and one is interrupted; the other waits on, until the context ends.",
                        WaitChecks::interrupted),
                Check.directed(
                        WAIT_4,
                        "wait-interrupted-before",
                        "A thread that was interrupted before begins to wait, with a limit and without.",
                        WaitChecks::interruptedBefore),
                Check.directed(
                                WAIT_5,
                                "wait-leaves-nothing",
                                "Waits end by the limit, by an interrupt and by the end; links and timers are counted.",
                                WaitChecks::leavesNothing)
                        .needing(Capability.DEPENDENTS, Capability.TIMER_COUNT, Capability.VIRTUAL_TIME),
                Check.directed(
                                WAIT_5,
                                "waiting-threads-collected",
                                "Threads wait for a live context until their limit passes; they end and are dropped.",
                                WaitChecks::forgetsThreads)
                        .needing(Capability.VIRTUAL_TIME));
    }

    private static void wakes(Stage s, End end) {
        for (boolean virtual : VirtualThreads.present() ? new boolean[] {false, true} : new boolean[] {false}) {
            Handle parent = s.root().withCancel();
            Handle context = end.make().apply(parent);
            Elsewhere<Boolean> plain = waiting(s, virtual, () -> wait(context));
            Elsewhere<Boolean> timed = waiting(s, virtual, () -> waitLong(s, context));
            end.end().accept(new Ended(s, parent, context));
            s.expectEqual("done, read by the thread that was woken", true, plain.join());
            s.expectEqual("answer of the timed wait", true, timed.join());
        }
    }

    private static boolean wait(Handle context) throws InterruptedException {
        context.await();
        return context.done();
    }

    /** With a limit, if there can be one on the clock of the check. */
    private static boolean waitLong(Stage s, Handle context) throws InterruptedException {
        return s.declares(Capability.VIRTUAL_TIME) ? context.await(LONG) : wait(context);
    }

    /** A thread that has begun to wait. */
    private static Elsewhere<Boolean> waiting(Stage s, boolean virtual, Callable<Boolean> wait) {
        Elsewhere<Boolean> started = Elsewhere.start(s, "waits for the end of a context", wait, virtual);
        Waiting.until(s, "a thread begins to wait", () -> parked(started));
        return started;
    }

    /** A thread that has begun to wait for a limited time; with it, so many timers wait. */
    private static Elsewhere<Boolean> timing(Stage s, int timers, Callable<Boolean> wait) {
        Elsewhere<Boolean> started = waiting(s, false, wait);
        if (s.declares(Capability.TIMER_COUNT)) {
            Waiting.until(s, "a timed wait sets its timer", () -> s.time().pending() == timers);
        }
        return started;
    }

    private static boolean parked(Elsewhere<Boolean> started) {
        Thread.State state = started.thread().getState();
        boolean waits = state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
        return waits || started.finished();
    }

    private static void returnsAtOnce(Stage s) {
        Handle context = s.root().withCancel();
        context.cancel();
        boolean done = Elsewhere.run(s, "waits for the end of an ended context", () -> {
            boolean ended = wait(context) && waitLong(s, context);
            return ended && (!s.declares(Capability.VIRTUAL_TIME) || context.await(Duration.ZERO));
        });
        s.expectEqual("answer of the timed waits", true, done);
    }

    private static void limitPasses(Stage s) {
        Handle context = s.root().withCancel();
        Elsewhere<Boolean> timed = timing(s, 1, () -> context.await(FIVE_TICKS));
        s.advance(4);
        s.expect(!timed.finished(), "the wait, a tick before its limit", "still waiting", "returned");
        s.advance(1);
        s.expectEqual("answer of the wait", false, timed.join());
        s.expectLive("the context", context);
    }

    private static void noTime(Stage s) {
        Handle context = s.root().withCancel();
        boolean any = Elsewhere.run(s, "waits for no time", () -> {
            boolean zero = context.await(Duration.ZERO);
            return context.await(Duration.ofSeconds(-1)) || zero;
        });
        s.expectEqual("answer of the waits", false, any);
    }

    private static void interrupted(Stage s) {
        Handle context = s.root().withCancel();
        Elsewhere<Boolean> unlucky = waiting(s, false, () -> interruptedIn(context::await));
        Elsewhere<Boolean> patient = waiting(s, false, () -> wait(context));
        unlucky.thread().interrupt();
        s.expectEqual("whether the interrupted wait throws an InterruptedException", true, unlucky.join());
        s.expectLive("the context", context);
        s.expect(!patient.finished(), "the other wait", "still waiting", "returned");
        context.cancel();
        s.expectEqual("done, read by the thread that was woken", true, patient.join());
    }

    private static void interruptedBefore(Stage s) {
        Handle context = s.root().withCancel();
        boolean both = Elsewhere.run(s, "begins to wait though it was interrupted", () -> {
            Thread.currentThread().interrupt();
            boolean plain = interruptedIn(context::await);
            Thread.currentThread().interrupt();
            return interruptedIn(() -> waitLong(s, context)) && plain;
        });
        s.expectEqual("whether both waits throw an InterruptedException", true, both);
    }

    private static void leavesNothing(Stage s) {
        Handle context = s.root().withCancel();
        Elsewhere<Boolean> limited = timing(s, 1, () -> context.await(FIVE_TICKS));
        Elsewhere<Boolean> unlucky = timing(s, 2, () -> interruptedIn(() -> context.await(LONG)));
        s.advance(5);
        limited.join();
        unlucky.thread().interrupt();
        unlucky.join();
        nothingIsLeft(s, context);
        Elsewhere<Boolean> timed = waiting(s, false, () -> context.await(LONG));
        context.cancel();
        timed.join();
        nothingIsLeft(s, context);
    }

    private static void forgetsThreads(Stage s) {
        Handle context = s.root().withCancel();
        List<WeakReference<Object>> dropped = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            dropped.add(waited(s, context));
        }
        s.expectEqual("threads, of " + MANY + ", that are still held", 0, Heap.left(s, dropped));
        s.expectLive("the context", context);
    }

    /** A thread that has waited in vain, and has ended. */
    private static WeakReference<Object> waited(Stage s, Handle context) {
        Elsewhere<Boolean> timed = timing(s, 1, () -> context.await(FIVE_TICKS));
        s.advance(5);
        s.expectEqual("answer of the wait", false, timed.join());
        return new WeakReference<>(timed.thread());
    }

    private static void nothingIsLeft(Stage s, Handle context) {
        s.expectEqual("links held by the context", 0, context.dependents().orElse(0));
        s.expectEqual("timers that wait", 0, s.time().pending());
    }

    private interface Wait {
        void run() throws InterruptedException;
    }

    /** Whether the wait ended with an InterruptedException, the interrupt having been taken by it. */
    private static boolean interruptedIn(Wait wait) {
        try {
            wait.run();
            return false;
        } catch (InterruptedException expected) {
            return !Thread.currentThread().isInterrupted();
        }
    }
}
