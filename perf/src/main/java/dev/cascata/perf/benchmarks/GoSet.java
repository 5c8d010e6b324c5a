package dev.cascata.perf.benchmarks;

import static dev.cascata.conformance.rules.Capability.DEADLINES;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static dev.cascata.conformance.rules.Capability.VALUES;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The benchmarks that Go has for its own context, under their names and with their parameters, so that the two can be
 * read side by side. Where Go runs one in parallel, two threads run it here.
 */
public class GoSet extends KitState {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int WORK = 100;

    private Object live;
    private Object done;

    @Override
    void prepare() {
        live = child(root());
        done = child(root());
        kit.cancel(done);
    }

    @Benchmark
    public @Nullable Object errOK() {
        return kit.err(live);
    }

    @Benchmark
    public @Nullable Object errCanceled() {
        return kit.err(done);
    }

    @Benchmark
    public @Nullable Object checkCanceledErr() {
        return kit.err(done);
    }

    @Benchmark
    public boolean checkCanceledDone() {
        return kit.done(done);
    }

    @Benchmark
    @Threads(2)
    public @Nullable Object errOKParallel() {
        return kit.err(live);
    }

    @Benchmark
    @Threads(2)
    public @Nullable Object errCanceledParallel() {
        return kit.err(done);
    }

    @Benchmark
    @Threads(2)
    public boolean contextCancelDone() {
        return kit.done(live);
    }

    /** A context for each thread. */
    @State(Scope.Thread)
    public static class Own {
        Object context = "none";

        @Setup
        public void prepare(GoSet benchmark) {
            context = benchmark.child(benchmark.root());
            benchmark.kit.cancel(context);
        }
    }

    @Benchmark
    @Threads(2)
    public @Nullable Object errCanceledParallelDistinct(Own own) {
        return kit.err(own.context);
    }

    /** Makes a child of a shared parent, looks up a value, and works before and after the cancel. */
    @Needs({VALUES, THREADS})
    public static class Common extends KitState {
        private Object key;
        private Object shared;

        @Override
        void prepare() {
            key = kit.newKey("key");
            shared = child(kit.withValue(root(), key, "shared", environment));
        }

        @Benchmark
        @Threads(2)
        public @Nullable Object commonParentCancel() {
            Object child = child(shared);
            Object value = kit.value(child, key);
            Blackhole.consumeCPU(WORK);
            kit.cancel(child);
            Blackhole.consumeCPU(WORK);
            return value;
        }
    }

    /** Sets and cancels ten time limits of an hour, while others are pending. */
    @Needs({DEADLINES, THREADS})
    public static class Timeouts extends KitState {
        private static final int BATCH = 10;

        @Param({"40", "4000", "400000"})
        public int concurrency;

        private Object root;

        @Override
        void prepare() {
            root = root();
            timeouts(concurrency);
        }

        @Benchmark
        @Threads(2)
        @OperationsPerInvocation(BATCH)
        public void withTimeout() {
            for (Object context : timeouts(BATCH)) {
                kit.cancel(context);
            }
        }

        private Object[] timeouts(int number) {
            Object[] made = new Object[number];
            for (int one = 0; one < number; one++) {
                made[one] = kit.withTimeout(root, HOUR, null, environment);
            }
            return made;
        }
    }

    /** Builds and cancels a chain below a root, a live context, or a context that is done. */
    public static class Tree extends KitState {
        @Param({"1", "10", "100", "1000"})
        public int depth;

        @Param({"Background", "OpenCanceler", "ClosedCanceler"})
        public String root;

        private Object below;

        @Override
        void prepare() {
            below = root.equals("Background") ? root() : child(root());
            if (root.equals("ClosedCanceler")) {
                kit.cancel(below);
            }
        }

        @Benchmark
        public boolean cancelTree() {
            Object top = child(below);
            Object bottom = top;
            for (int level = 1; level < depth; level++) {
                bottom = child(bottom);
            }
            kit.cancel(top);
            return kit.done(bottom);
        }
    }

    /** Looks up an unbound key below layers of values, in this thread or in a new one. */
    @Needs(VALUES)
    public static class Deep extends KitState {
        @Param({"10", "20", "30", "50", "100"})
        public int depth;

        private Object unbound;
        private Object context;

        @Override
        void prepare() {
            unbound = kit.newKey("unbound");
            context = root();
            for (int layer = 0; layer < depth; layer++) {
                context = kit.withValue(context, kit.newKey("key " + layer), "value", environment);
            }
        }

        @Benchmark
        public @Nullable Object deepValueSameGoRoutine() {
            return kit.value(context, unbound);
        }

        @Benchmark
        public @Nullable Object deepValueNewGoRoutine() throws InterruptedException {
            Object[] found = new Object[1];
            Thread thread = Waiters.start(() -> found[0] = kit.value(context, unbound));
            thread.join();
            return found[0];
        }
    }
}
