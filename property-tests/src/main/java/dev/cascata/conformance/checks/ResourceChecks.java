package dev.cascata.conformance.checks;

import static dev.cascata.conformance.rules.DeadlineRule.DEADLINE_18;
import static dev.cascata.conformance.rules.ForeignRule.FOREIGN_15;
import static dev.cascata.conformance.rules.LinkRule.LINK_8;

import dev.cascata.conformance.kit.ForeignShape;
import dev.cascata.conformance.rules.Capability;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;

/** Ten thousand rounds that make and end contexts leave no children, timers or threads, and no memory in use. */
final class ResourceChecks {
    private static final int ROUNDS = 10_000;
    /** Each of these rounds may use a thread while it lasts. */
    private static final int WATCHED_ROUNDS = 300;

    private static final int LOOK_EVERY = 100;

    /** Threads that the JVM itself may start or end meanwhile. */
    private static final int THREAD_SLACK = 16;

    private static final int HELD_BYTES_A_ROUND = 24;
    private static final int HEAP_BATCHES = 6;

    private static final String ALL_ENDED = "everything that the rounds made has ended";

    private record Round(String name, String words, BiConsumer<Stage, Handle> play, Set<Capability> needs) {}

    private static final List<Round> ROUNDS_OF = List.of(
            new Round(
                    "own-cancel",
                    "a child is cancelled",
                    (s, p) -> p.withCancel().cancel(),
                    Set.of()),
            new Round(
                    "parent-cancel",
                    "a subtree ends with its top",
                    (s, p) -> {
                        Handle top = p.withCancel();
                        top.withCancel().withCancel();
                        top.cancel();
                    },
                    Set.of()),
            new Round(
                    "timeout-cancelled",
                    "a child with a timeout is cancelled",
                    (s, p) -> p.withTimeout(Duration.ofHours(1)).cancel(),
                    Set.of(Capability.DEADLINES)),
            new Round(
                    "expiry",
                    "a child expires",
                    (s, p) -> {
                        p.withTimeout(Duration.ofMillis(1)).withCancel();
                        s.advance(1);
                    },
                    Set.of(Capability.DEADLINES, Capability.VIRTUAL_TIME)),
            new Round(
                    "born-done",
                    "a child is made with no time left",
                    (s, p) -> p.withTimeout(Duration.ZERO).withCancel(),
                    Set.of(Capability.DEADLINES)),
            new Round(
                    "stopped-callback",
                    "a callback is stopped",
                    (s, p) -> p.afterFunc(() -> {}).stop(),
                    Set.of(Capability.CALLBACKS)),
            new Round(
                    "run-callback",
                    "a child with a callback is cancelled",
                    (s, p) -> {
                        Handle child = p.withCancel();
                        child.afterFunc(() -> {});
                        child.cancel();
                        s.settle();
                    },
                    Set.of(Capability.CALLBACKS)),
            new Round(
                    "hook",
                    "a child of a foreign parent with a hook is cancelled",
                    (s, p) -> p.foreign(ForeignShape.HOOK).withCancel().cancel(),
                    Set.of(Capability.FOREIGN_PARENTS, Capability.CALLBACKS)),
            new Round(
                    "sharing",
                    "a child of a foreign parent that shares done is cancelled",
                    (s, p) -> p.foreign(ForeignShape.SHARING).withCancel().cancel(),
                    Set.of(Capability.FOREIGN_PARENTS)));

    private ResourceChecks() {}

    static List<Check> all() {
        List<Check> checks = new ArrayList<>();
        for (Round round : ROUNDS_OF) {
            checks.add(Check.resource(
                            LINK_8,
                            "rounds-of-" + round.name(),
                            String.format(Locale.ROOT, "Below one live parent, %s, %,d times.", round.words(), ROUNDS),
                            ALL_ENDED,
                            s -> rounds(s, ROUNDS, round.play()))
                    .needing(round.needs().toArray(Capability[]::new)));
        }
        checks.add(Check.resource(
                        LINK_8,
                        "rounds-of-watched",
                        "A child of a foreign parent without a hook is cancelled, " + WATCHED_ROUNDS + " times.",
                        ALL_ENDED,
                        s -> rounds(
                                s,
                                WATCHED_ROUNDS,
                                (stage, p) ->
                                        p.foreign(ForeignShape.OWN).withCancel().cancel()))
                .needing(Capability.FOREIGN_PARENTS));
        checks.add(Check.resource(
                DEADLINE_18,
                "timers-of-every-end",
                "Thousands of contexts with a timeout end by cancel, by their parent or by expiry, or are done from the start.",
                "every context has ended, and an end stops its timer",
                ResourceChecks::timers));
        checks.add(Check.resource(
                FOREIGN_15,
                "no-thread-where-none-is-needed",
                "A thousand children are made under each sort of parent that needs no watcher.",
                "these parents are linked, done, without an end, or report their end through a hook",
                ResourceChecks::threadless));
        return checks;
    }

    /** Fails only if the heap grows in each of several batches, because a single growth may be chance. */
    private static void rounds(Stage s, int rounds, BiConsumer<Stage, Handle> play) {
        Handle parent = s.root().withCancel();
        int threads = Thread.activeCount();
        batch(s, parent, rounds, threads, play);
        long growth = Long.MAX_VALUE;
        for (int i = 0; i < HEAP_BATCHES && growth > 0; i++) {
            long before = Heap.used(s);
            batch(s, parent, rounds, threads, play);
            growth = Math.min(growth, Heap.used(s) - before - (long) rounds * HELD_BYTES_A_ROUND);
        }
        s.expect(
                growth <= 0,
                "bytes that stay in use for each round",
                "under " + HELD_BYTES_A_ROUND,
                HELD_BYTES_A_ROUND + growth / rounds);
    }

    private static void batch(Stage s, Handle parent, int rounds, int threads, BiConsumer<Stage, Handle> play) {
        for (int i = 0; i < rounds; i++) {
            play.accept(s, parent);
            if (i % LOOK_EVERY == 0) {
                threads(s, threads);
            }
        }
        Waiting.until(
                s, "the number of threads falls to what it was", ALL_ENDED, () -> Thread.activeCount() <= threads);
        if (s.declares(Capability.DEPENDENTS)) {
            s.expectNoDependents("the parent", parent);
        }
        s.expectEqual("timers that wait", 0, s.time().pending());
        s.because("no round ends the parent").expectLive("the parent", parent);
    }

    /** Fails early, so that a library that leaks a thread in each round does not bring the machine down. */
    private static void threads(Stage s, int before) {
        int now = Thread.activeCount();
        if (now > before + THREAD_SLACK) {
            Waiting.until(
                    s,
                    "the number of threads, " + now + " now and " + before + " before, falls again",
                    ALL_ENDED,
                    () -> Thread.activeCount() <= before + THREAD_SLACK);
        }
    }

    private static void timers(Stage s) {
        Handle root = s.root();
        for (int i = 0; i < ROUNDS / 4; i++) {
            Handle parent = root.withTimeout(Duration.ofHours(2));
            parent.withTimeout(Duration.ofHours(1));
            parent.withTimeout(Duration.ofHours(1)).cancel();
            parent.withTimeout(Duration.ZERO);
            parent.cancel();
            parent.withTimeout(Duration.ofHours(1));
        }
        s.expectEqual("timers that wait", 0, s.time().pending());
        if (s.declares(Capability.VIRTUAL_TIME)) {
            root.withTimeout(Duration.ofMillis(1)).withTimeout(Duration.ofMillis(1));
            s.advance(1);
            s.expectEqual("timers that wait", 0, s.time().pending());
        }
    }

    private static void threadless(Stage s) {
        Handle live = s.root().withCancel();
        Handle ended = s.root().withCancel();
        Handle endedForeign = ended.foreign(ForeignShape.OWN);
        ended.cancel();
        List<Handle> parents = List.of(
                live,
                live.foreign(ForeignShape.SHARING),
                live.foreign(ForeignShape.HOOK),
                s.root().foreign(ForeignShape.OWN),
                endedForeign);
        int before = Thread.activeCount();
        for (Handle parent : parents) {
            for (int i = 0; i < 1000; i++) {
                parent.withCancel();
                parent.afterFunc(() -> {});
            }
        }
        s.expectEqual("threads started", 0, Math.max(0, Thread.activeCount() - before));
        live.cancel();
    }
}
