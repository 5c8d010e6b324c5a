package dev.cascata.perf.benchmarks;

import static dev.cascata.conformance.rules.Capability.CALLBACKS;
import static dev.cascata.conformance.rules.Capability.DEADLINES;
import static dev.cascata.conformance.rules.Capability.TIMER_COUNT;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A backend hangs, and the time limits of all calls to it expire: at one moment (spread 0), or spread over a second.
 * Measures how late the contexts end, in nanoseconds.
 */
@BenchmarkMode(Mode.SingleShotTime)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 1)
@Needs({DEADLINES, CALLBACKS, TIMER_COUNT})
public class Expiry extends KitState {
    private static final int HEAD_START_MILLIS = 400;
    private static final int SEED = 11;

    @Param({"0", "1000"})
    public int spread;

    @Param("100000")
    public int timers;

    /** Percentiles of how late the contexts ended. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Lateness {
        public double p50;
        public double p90;
        public double p99;
        public double p999;
        public double p100;

        void read(long[] nanos) {
            Arrays.sort(nanos);
            p50 = at(nanos, 0.5);
            p90 = at(nanos, 0.9);
            p99 = at(nanos, 0.99);
            p999 = at(nanos, 0.999);
            p100 = at(nanos, 1);
        }

        private static double at(long[] sorted, double share) {
            return sorted[(int) Math.ceil(share * sorted.length) - 1];
        }
    }

    @Benchmark
    public void expire(Lateness lateness) throws InterruptedException {
        long[] late = new long[timers];
        CountDownLatch open = new CountDownLatch(timers);
        Object root = root();
        Random random = new Random(SEED);
        long first = environment.time().nanos()
                + Duration.ofMillis(HEAD_START_MILLIS).toNanos();
        for (int timer = 0; timer < timers; timer++) {
            long due = first
                    + (long) (random.nextDouble() * Duration.ofMillis(spread).toNanos());
            start(root, timer, due, late, open);
        }
        open.await();
        lateness.read(late);
    }

    private void start(Object root, int timer, long due, long[] late, CountDownLatch open) {
        Object context = kit.withDeadline(root, due, null, environment);
        kit.afterFunc(
                context,
                () -> {
                    late[timer] = environment.time().nanos() - due;
                    open.countDown();
                },
                environment);
    }
}
