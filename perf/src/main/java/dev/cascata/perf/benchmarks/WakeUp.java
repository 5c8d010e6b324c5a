package dev.cascata.perf.benchmarks;

import static dev.cascata.conformance.rules.Capability.CALLBACKS;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Measures how soon work stops: from the cancel at the top until every thread that waits at the bottom is awake. The
 * result is a distribution, since users notice the slow cases.
 */
@BenchmarkMode(Mode.SampleTime)
@Needs(CALLBACKS)
public class WakeUp extends KitState {
    @Param({"1", "10", "100", "1000"})
    public int depth;

    @Param({"1", "10", "100", "1000"})
    public int waiters;

    @Param({"platform", "virtual"})
    public String threads;

    private Object top;
    private Waiters waiting;

    @Setup(Level.Invocation)
    public void park() {
        top = child(root());
        Object bottom = top;
        for (int below = 1; below < depth; below++) {
            bottom = child(bottom);
        }
        waiting = new Waiters(waiters, threads.equals("virtual"), kit, bottom, environment);
    }

    @Benchmark
    public int cancel() {
        kit.cancel(top);
        return waiting.awaitWoken();
    }

    @TearDown(Level.Invocation)
    public void join() throws InterruptedException {
        waiting.join();
    }
}
