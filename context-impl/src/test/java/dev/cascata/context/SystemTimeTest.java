package dev.cascata.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Compares the timers of the system, on a clock that the test moves, with a sorted list. */
class SystemTimeTest {
    private static final long TICK = 1L << TimerWheel.TICK_BITS;

    private enum Kind {
        SET,
        CANCEL,
        SLEEP,
        STALL
    }

    /** A step of a test. In SLEEP, due timers run as time passes; in STALL, they run only afterwards. */
    private record Event(Kind kind, long number) {}

    private record Expected(int number, long due, Scheduler.Timer timer) {
        long tick() {
            return due / TICK + (due % TICK == 0 ? 0 : 1);
        }
    }

    /** Takes the part of the timer thread, one step at a time. */
    private static final class Run {
        private final List<Expected> waiting = new ArrayList<>();
        private final List<Integer> ran = new ArrayList<>();
        private final List<Integer> expected = new ArrayList<>();
        private final long origin;
        private final SystemTime time;
        private long now;
        private long left;
        private boolean woken = true;
        private int numbers;
        private boolean stalled;

        Run(long origin) {
            this.origin = origin;
            this.time = new SystemTime(() -> this.origin + now, () -> woken = true);
        }

        void on(Event event) {
            switch (event.kind()) {
                case SET -> set(event.number());
                case CANCEL -> cancel(event.number());
                case SLEEP -> sleep(event.number());
                case STALL -> stall(event.number());
            }
            assertThat(ran).isEqualTo(expected);
        }

        private void set(long nanos) {
            int number = numbers++;
            long due = Deadline.plus(now, nanos);
            Scheduler.Timer timer = time.schedule(nanos, () -> ran(number, due));
            waiting.add(new Expected(number, due, timer));
        }

        private void ran(int number, long due) {
            assertThat(now).isGreaterThanOrEqualTo(due);
            assertThat(now - due).isLessThan(stalled ? Long.MAX_VALUE : TICK);
            ran.add(number);
        }

        private void cancel(long number) {
            if (!waiting.isEmpty()) {
                waiting.remove((int) (number % waiting.size())).timer().cancel();
            }
        }

        private void sleep(long nanos) {
            long end = Math.min(Deadline.plus(now, nanos), Long.MAX_VALUE - 1);
            expect(end);
            int rounds = 0;
            run();
            while (now < end) {
                now += Math.min(left, end - now);
                run();
                rounds++;
            }
            assertThat(rounds).as("number of wake-ups").isLessThanOrEqualTo(8 * numbers + 1);
        }

        private void run() {
            do {
                woken = false;
                left = time.runDue();
            } while (woken || left == 0);
        }

        private void stall(long nanos) {
            now = Math.min(Deadline.plus(now, nanos), Long.MAX_VALUE - 1);
            stalled = true;
            expect(now);
            run();
            stalled = false;
        }

        private void expect(long end) {
            waiting.stream()
                    .filter(timer -> timer.tick() <= end / TICK)
                    .sorted(Comparator.comparingLong(Expected::tick).thenComparing(Expected::number))
                    .forEach(timer -> expected.add(timer.number()));
            waiting.removeIf(timer -> timer.tick() <= end / TICK);
        }

        void finish() {
            waiting.forEach(timer -> timer.timer().cancel());
            assertThat(time.runDue()).as("no timer is left").isEqualTo(Long.MAX_VALUE);
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void timersRunByTheirTicksNeverEarlyAndAtMostOneTickLate(
            @ForAll("origins") long origin, @ForAll("events") List<Event> events) {
        Run run = new Run(origin);
        events.forEach(run::on);
        run.finish();
    }

    /** Returns origins of the system's clock, many of which make it overflow during the test. */
    @Provide
    Arbitrary<Long> origins() {
        return Arbitraries.oneOf(Arbitraries.longs(), lengths().map(length -> Long.MAX_VALUE - length));
    }

    @Provide
    Arbitrary<List<Event>> events() {
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                Tuple.of(4, Kind.SET), Tuple.of(2, Kind.CANCEL), Tuple.of(2, Kind.SLEEP), Tuple.of(1, Kind.STALL));
        return Combinators.combine(kinds, lengths()).as(Event::new).list().ofMaxSize(60);
    }

    /** Returns lengths of every magnitude, and neighbours of powers of two. */
    private static Arbitrary<Long> lengths() {
        Arbitrary<Long> any = Combinators.combine(
                        Arbitraries.longs().between(0, Long.MAX_VALUE),
                        Arbitraries.integers().between(0, 62))
                .as((number, shift) -> number >> shift);
        Arbitrary<Long> parentLinks = Combinators.combine(
                        Arbitraries.integers().between(10, 62),
                        Arbitraries.longs().between(-2, 2))
                .as((power, beside) -> (1L << power) + beside);
        Arbitrary<Long> ticks = Arbitraries.longs().between(0, 200).map(number -> number * TICK);
        return Arbitraries.oneOf(any, parentLinks, ticks, Arbitraries.of(0L, Long.MAX_VALUE));
    }

    @Property(tries = 20)
    void timersOfManyThreadsRunByTheirTicks(@ForAll("seeds") long seed) throws InterruptedException {
        long[] now = {0};
        SystemTime time = new SystemTime(() -> now[0], () -> {});
        List<Long> ran = new ArrayList<>();
        long[] dues = new Random(seed).longs(40, 0, 5_000 * TICK).toArray();
        for (long due : dues) {
            Thread thread = new Thread(() -> time.schedule(due, () -> ran.add(due / TICK)));
            thread.start();
            thread.join();
        }

        now[0] = 6_000 * TICK;
        time.runDue();

        assertThat(ran)
                .containsExactlyElementsOf(LongStream.of(dues)
                        .map(due -> due / TICK)
                        .sorted()
                        .boxed()
                        .toList());
    }

    @Example
    void timerWakesThreadOnlyIfDueBeforeEndOfSleep() {
        AtomicInteger wakeUps = new AtomicInteger();
        SystemTime time = new SystemTime(() -> 0, wakeUps::incrementAndGet);
        time.schedule(50 * TICK, () -> {});
        assertThat(time.runDue()).isEqualTo(50 * TICK);
        int before = wakeUps.get();
        time.schedule(50 * TICK, () -> {});
        time.schedule(60 * TICK, () -> {});
        assertThat(wakeUps).hasValue(before);

        time.schedule(49 * TICK, () -> {});
        assertThat(wakeUps).hasValue(before + 1);
    }

    /** The clock is read between the two reads of the wheels, when a new timer wakes no thread. */
    @Example
    void timerSetBetweenTheTwoReadsOfTheWheelsIsNotMissed() {
        List<SystemTime> time = new ArrayList<>();
        AtomicInteger toCome = new AtomicInteger();
        AtomicInteger wakeUps = new AtomicInteger();
        LongSupplier clock = () -> {
            if (toCome.getAndSet(0) == 1) {
                time.get(0).schedule(TICK, () -> {});
            }
            return 0;
        };
        time.add(new SystemTime(clock, wakeUps::incrementAndGet));
        toCome.set(1);
        long left = time.get(0).runDue();
        assertThat(left <= TICK || wakeUps.get() > 0).isTrue();
    }

    @Example
    void timerIsCancelledIfNoThreadCanBeStarted() {
        long[] now = {0};
        Error noThread = new OutOfMemoryError("unable to create native thread");
        SystemTime time = new SystemTime(() -> now[0], () -> {
            throw noThread;
        });
        List<String> ran = new ArrayList<>();
        assertThatThrownBy(() -> time.schedule(TICK, () -> ran.add("timer"))).isSameAs(noThread);

        now[0] = 2 * TICK;
        assertThat(time.runDue()).isEqualTo(Long.MAX_VALUE);
        assertThat(ran).isEmpty();
    }

    @Example
    void secondCancelDoesNotAffectOtherTimers() {
        long[] now = {0};
        SystemTime time = new SystemTime(() -> now[0], () -> {});
        List<Integer> ran = new ArrayList<>();
        List<Scheduler.Timer> timers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            int number = i;
            timers.add(time.schedule(TICK, () -> ran.add(number)));
        }
        List.of(2, 1, 3, 2, 1, 3).forEach(i -> timers.get(i).cancel());
        Scheduler.Timer reused = time.schedule(TICK, () -> ran.add(5));
        timers.get(2).cancel();

        now[0] = TICK;
        time.runDue();
        assertThat(ran).containsExactly(0, 4, 5);
        reused.cancel();
    }

    /** An environment may combine the system's timers with another clock, and its deadlines are on that clock. */
    @Example
    void deadlineOnAnotherClockUsesTimeLeft() {
        long[] now = {0};
        SystemTime timers = new SystemTime(() -> now[0], () -> {});
        VirtualTime clock = new VirtualTime();
        clock.advance(Duration.ofDays(10));
        Context root = Context.background(new Environment(clock, timers, Runnable::run));
        CancellableContext context = root.withTimeout(Duration.ofNanos(5 * TICK));

        now[0] = 5 * TICK;
        timers.runDue();
        assertThat(context.err()).isEqualTo(ContextException.deadlineExceeded());
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }
}
