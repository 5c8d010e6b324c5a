package dev.cascata.perf.benchmarks;

import static dev.cascata.conformance.rules.Capability.CALLBACKS;
import static dev.cascata.conformance.rules.Capability.DEADLINES;
import static dev.cascata.conformance.rules.Capability.DETACH;
import static dev.cascata.conformance.rules.Capability.VALUES;

import dev.cascata.context.Environment;
import dev.cascata.context.Scheduler;
import dev.cascata.context.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jol.info.GraphLayout;

/**
 * Measures the bytes that one more context of each kind adds below one live parent, including its links. For a timer,
 * the handle and the task count; the scheduler's own data does not.
 */
@BenchmarkMode(Mode.SingleShotTime)
@Fork(
        value = 1,
        jvmArgsAppend = {
            "-XX:+EnableDynamicAgentLoading",
            "-Djdk.attach.allowAttachSelf=true",
            "-Djol.magicFieldOffset=true"
        })
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class Memory extends KitState {
    private static final int MANY = 2000;
    private static final Duration HOUR = Duration.ofHours(1);

    private Object key;

    /** The handle of a task that never runs. */
    private record Kept(Runnable task) implements Scheduler.Timer {
        @Override
        public void cancel() {}
    }

    /** A clock that refers to no other object. */
    private record Stopped() implements TimeSource {
        @Override
        public long nanos() {
            return 0;
        }

        @Override
        public Instant wallClock() {
            return Instant.EPOCH;
        }
    }

    /** The bytes of one object of the kind. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Footprint {
        public double bytes;
    }

    @Override
    void prepare() {
        key = kit.capabilities().contains(VALUES) ? kit.newKey("key") : "none";
        environment = new Environment(new Stopped(), (nanos, task) -> new Kept(task), Runnable::run);
    }

    @Benchmark
    public void withCancel(Footprint footprint) {
        Object parent = child(root());
        footprint.bytes = each(parent, () -> child(parent));
    }

    @Benchmark
    @Needs(DEADLINES)
    public void withTimeout(Footprint footprint) {
        Object parent = child(root());
        footprint.bytes = each(parent, () -> kit.withTimeout(parent, HOUR, null, environment));
    }

    @Benchmark
    @Needs(VALUES)
    public void withValue(Footprint footprint) {
        Object parent = child(root());
        footprint.bytes = each(parent, () -> kit.withValue(parent, key, "value", environment));
    }

    @Benchmark
    @Needs(DETACH)
    public void withoutCancel(Footprint footprint) {
        Object parent = child(root());
        footprint.bytes = each(parent, () -> kit.withoutCancel(parent, environment));
    }

    @Benchmark
    @Needs(CALLBACKS)
    public void callback(Footprint footprint) {
        Object context = child(root());
        Runnable callback = () -> {};
        footprint.bytes = each(context, () -> kit.afterFunc(context, callback, environment));
    }

    /** Returns the bytes that each of {@code MANY} more objects adds, without what all share and without the array. */
    private static double each(Object parent, Supplier<Object> maker) {
        Object[] some = made(MANY, maker);
        long before = bytes(parent, some);
        Object[] more = made(MANY, maker);
        return (double) (bytes(parent, some, more) - before - bytes((Object) new Object[MANY])) / MANY;
    }

    private static Object[] made(int number, Supplier<Object> maker) {
        Object[] made = new Object[number];
        for (int one = 0; one < number; one++) {
            made[one] = maker.get();
        }
        return made;
    }

    private static long bytes(Object... roots) {
        return GraphLayout.parseInstance(roots).totalSize();
    }
}
