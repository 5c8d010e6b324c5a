package dev.cascata.perf.benchmarks;

import static dev.cascata.conformance.rules.Capability.DEADLINES;
import static dev.cascata.conformance.rules.Capability.THREADS;

import dev.cascata.perf.Environments;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.infra.Blackhole;

/** A call with a time limit completes in time, as nearly all do, while the limits of other calls are pending. */
@Needs(DEADLINES)
public class Timers extends KitState {
    private static final Duration HOUR = Duration.ofHours(1);

    @Param({"40", "4000", "400000"})
    public int standing;

    private Object root;
    private Object[] others = {};

    @Override
    void prepare() {
        root = root();
        others = new Object[standing];
        for (int other = 0; other < standing; other++) {
            others[other] = withTimeout();
        }
    }

    @Benchmark
    public boolean timeoutAndCancel(Blackhole hole) {
        Object context = withTimeout();
        hole.consume(context);
        return kit.cancel(context);
    }

    private Object withTimeout() {
        return kit.withTimeout(root, HOUR, null, environment);
    }

    /** The same by two threads. */
    @Threads(2)
    @Needs({DEADLINES, THREADS})
    public static class ByTwo extends Timers {}

    /** Schedules and cancels a task on a bare executor, as a program without contexts does. */
    public static class Executor extends Settings {
        private final ScheduledThreadPoolExecutor timers = Environments.timers();

        @Param({"40", "4000", "400000"})
        public int standing;

        @Setup
        public void prepare() {
            for (int other = 0; other < standing; other++) {
                Future<?> unused = timers.schedule(() -> {}, HOUR.toNanos(), TimeUnit.NANOSECONDS);
            }
        }

        @Benchmark
        public boolean scheduleAndCancel() {
            return timers.schedule(() -> {}, HOUR.toNanos(), TimeUnit.NANOSECONDS)
                    .cancel(false);
        }
    }

    /** The same by two threads. */
    @Threads(2)
    public static class ExecutorByTwo extends Executor {}
}
