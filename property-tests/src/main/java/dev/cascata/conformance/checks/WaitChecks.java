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
import java.util.function.Consumer;
import java.util.function.Function;

/** Threads that wait for the end of a context, platform threads and, where the JDK has them, virtual ones. */
final class WaitChecks {
    private static final int MANY = 20;
    private static final Duration FIVE_TICKS = Duration.ofMillis(5);

    /** How the context is made from its parent, and how it ends. */
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

    private static final String WOKEN = "the end of the context wakes every waiting thread";

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
                            "the context ended before the limit passed",
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
                        "wait-for-done",
                        "A thread waits, with a limit and without, for a done context.",
                        "the context is done, so there is nothing to wait for",
                        WaitChecks::returnsAtOnce),
                Check.directed(
                        WAIT_3,
                        "wait-up-to-limit",
                        "A thread waits for five ticks. After four it still waits; after five its wait returns.",
                        "the limit passed before the context ended",
                        WaitChecks::limitPasses),
                Check.directed(
                        WAIT_3,
                        "wait-with-no-time",
                        "A thread waits for zero and for a negative time; both waits return at once.",
                        "the limit has passed, and the context is live",
                        WaitChecks::noTime),
                Check.directed(
                        WAIT_4,
                        "wait-interrupted",
                        "Two threads wait and one is interrupted. The other waits until the context ends.",
                        "an interrupt ends the wait of its thread",
                        WaitChecks::interrupted),
                Check.directed(
                        WAIT_4,
                        "wait-interrupted-before",
                        "A thread that is already interrupted begins to wait, with a limit and without.",
                        "an interrupt ends a wait, also if it came first",
                        WaitChecks::interruptedBefore),
                Check.directed(
                                WAIT_5,
                                "wait-leaves-nothing",
                                "Waits end by the limit, by an interrupt and by the end. Dependents and timers are counted.",
                                "every wait has returned",
                                WaitChecks::leavesNothing)
                        .needing(Capability.DEPENDENTS, Capability.TIMER_COUNT, Capability.VIRTUAL_TIME),
                Check.directed(
                                WAIT_5,
                                "waiting-threads-collected",
                                "Threads wait for a live context until the limit passes. They end and are dropped.",
                                "the waits have returned, so the context needs no reference to their threads",
                                WaitChecks::forgetsThreads)
                        .needing(Capability.VIRTUAL_TIME));
    }

    private static void wakes(Stage s, End end) {
        for (boolean virtual : VirtualThreads.present() ? new boolean[] {false, true} : new boolean[] {false}) {
            Handle parent = s.root().withCancel();
            Handle context = end.make().apply(parent);
            Elsewhere<Boolean> plain = Waits.waiting(s, virtual, () -> Waits.wait(context));
            Elsewhere<Boolean> timed = Waits.waiting(s, virtual, () -> Waits.waitLong(s, context));
            end.end().accept(new Ended(s, parent, context));
            s.because("a wait returns only when the context is done")
                    .expectEqual("done, read by the thread that woke", true, plain.join(WOKEN));
            s.expectEqual("result of the timed wait", true, timed.join(WOKEN));
        }
    }

    private static void returnsAtOnce(Stage s) {
        Handle context = s.root().withCancel();
        context.cancel();
        boolean done = Elsewhere.run(s, "waits for a done context", () -> {
            boolean woken = Waits.wait(context) && Waits.waitLong(s, context);
            return woken && (!s.declares(Capability.VIRTUAL_TIME) || context.await(Duration.ZERO));
        });
        s.expectEqual("result of the timed waits", true, done);
    }

    private static void limitPasses(Stage s) {
        Handle context = s.root().withCancel();
        Elsewhere<Boolean> timed = Waits.timing(s, 1, () -> context.await(FIVE_TICKS));
        s.advance(4);
        s.because("neither the limit nor the end has come")
                .expect(!timed.finished(), "the wait, a tick before its limit", "still waiting", "returned");
        s.advance(1);
        s.expectEqual("result of the wait", false, timed.join());
        s.because("the limit of a wait ends no context").expectLive("the context", context);
    }

    private static void noTime(Stage s) {
        Handle context = s.root().withCancel();
        boolean any = Elsewhere.run(s, "waits with a limit that has passed", () -> {
            boolean zero = context.await(Duration.ZERO);
            return context.await(Duration.ofSeconds(-1)) || zero;
        });
        s.expectEqual("result of the waits", false, any);
    }

    private static void interrupted(Stage s) {
        Handle context = s.root().withCancel();
        Elsewhere<Boolean> unlucky = Waits.waiting(s, false, () -> Waits.interruptedIn(context::await));
        Elsewhere<Boolean> patient = Waits.waiting(s, false, () -> Waits.wait(context));
        unlucky.thread().interrupt();
        s.expectEqual("whether the interrupted wait throws an InterruptedException", true, unlucky.join());
        s.because("an interrupt of a thread ends no context").expectLive("the context", context);
        s.because("its own thread was not interrupted")
                .expect(!patient.finished(), "the other wait", "still waiting", "returned");
        context.cancel();
        s.because("a wait returns only when the context is done")
                .expectEqual("done, read by the thread that woke", true, patient.join(WOKEN));
    }

    private static void interruptedBefore(Stage s) {
        Handle context = s.root().withCancel();
        boolean both = Elsewhere.run(s, "begins to wait after an interrupt", () -> {
            Thread.currentThread().interrupt();
            boolean plain = Waits.interruptedIn(context::await);
            Thread.currentThread().interrupt();
            return Waits.interruptedIn(() -> Waits.waitLong(s, context)) && plain;
        });
        s.expectEqual("whether both waits throw an InterruptedException", true, both);
    }

    private static void leavesNothing(Stage s) {
        Handle context = s.root().withCancel();
        Elsewhere<Boolean> limited = Waits.timing(s, 1, () -> context.await(FIVE_TICKS));
        Elsewhere<Boolean> unlucky = Waits.timing(s, 2, () -> Waits.interruptedIn(() -> context.await(Waits.LONG)));
        s.advance(5);
        limited.join();
        unlucky.thread().interrupt();
        unlucky.join();
        nothingIsLeft(s, context);
        Elsewhere<Boolean> timed = Waits.waiting(s, false, () -> context.await(Waits.LONG));
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
        s.expectEqual("threads, of " + MANY + ", that are still in memory", 0, Heap.left(s, dropped));
        s.because("the limit of a wait ends no context").expectLive("the context", context);
    }

    /** Returns a thread that has ended after its wait reached the limit. */
    private static WeakReference<Object> waited(Stage s, Handle context) {
        Elsewhere<Boolean> timed = Waits.timing(s, 1, () -> context.await(FIVE_TICKS));
        s.advance(5);
        s.because("the limit passed before the context ended").expectEqual("result of the wait", false, timed.join());
        return new WeakReference<>(timed.thread());
    }

    private static void nothingIsLeft(Stage s, Handle context) {
        s.expectNoDependents("the context", context);
        s.expectEqual("timers that wait", 0, s.time().pending());
    }
}
