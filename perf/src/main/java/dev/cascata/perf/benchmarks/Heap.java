package dev.cascata.perf.benchmarks;

import static dev.cascata.conformance.rules.Capability.CALLBACKS;

import java.lang.management.ManagementFactory;
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
 * A server runs for weeks. Measures the bytes that its own context still holds for each of a million requests that are
 * done. With callbacks, each request had one registered when it ended.
 */
@BenchmarkMode(Mode.SingleShotTime)
@Fork(1)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class Heap extends KitState {
    @Param("1000000")
    public int children;

    /** The bytes that the parent still holds for each child. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Retained {
        public double bytes;
    }

    @Benchmark
    public void ofChildren(Retained retained) {
        Object parent = child(root());
        retained.bytes = bytesPerChild(parent, () -> kit.cancel(child(parent)));
    }

    @Benchmark
    @Needs(CALLBACKS)
    public void ofChildrenWithCallbacks(Retained retained) {
        Object parent = child(root());
        retained.bytes = bytesPerChild(parent, () -> {
            Object child = child(parent);
            kit.afterFunc(child, () -> {}, environment);
            kit.cancel(child);
        });
    }

    private double bytesPerChild(Object parent, Runnable life) {
        life.run();
        long before = used();
        for (int child = 0; child < children; child++) {
            life.run();
        }
        long after = used();
        kit.cancel(parent);
        return Math.max(0, after - before) / (double) children;
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
