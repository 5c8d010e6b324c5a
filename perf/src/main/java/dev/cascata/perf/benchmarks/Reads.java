package dev.cascata.perf.benchmarks;

import static dev.cascata.conformance.rules.Capability.CAUSES;
import static dev.cascata.conformance.rules.Capability.DEADLINES;
import static dev.cascata.conformance.rules.Capability.THREADS;

import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Threads;

/** Reads whether a context is done, and why, as a loop that can be stopped does in each round. */
public class Reads extends KitState {
    private static final Duration HOUR = Duration.ofHours(1);

    @Param({"live", "ended"})
    public String state;

    Object parent;
    private Object context;

    @Override
    void prepare() {
        parent = child(root());
        context = child(parent);
        if (state.equals("ended")) {
            kit.cancel(parent);
        }
    }

    @Benchmark
    public @Nullable Object err() {
        return kit.err(context);
    }

    @Benchmark
    public boolean done() {
        return kit.done(context);
    }

    @Benchmark
    @Needs(CAUSES)
    public @Nullable Object cause() {
        return kit.cause(context);
    }

    /** The same by two threads that share the context. */
    @Threads(2)
    public static class ByTwo extends Reads {}

    /** Reads the deadline of a context, to know how much time a call has left. */
    @Needs(DEADLINES)
    public static class Deadlines extends KitState {
        private Object context;

        @Override
        void prepare() {
            context = kit.withTimeout(root(), HOUR, null, environment);
        }

        @Benchmark
        public OptionalLong deadline() {
            return kit.deadline(context, environment);
        }
    }

    /** The same by two threads that share the context. */
    @Threads(2)
    public static class DeadlinesByTwo extends Deadlines {}

    /** One thread reads a context; another builds and cancels stars of 100 below the same parent. */
    @Needs(THREADS)
    public static class BesideCancel extends KitState {
        private static final int CHILDREN = 100;

        private Object parent;
        private Object context;

        @Override
        void prepare() {
            parent = child(root());
            context = child(parent);
        }

        @Benchmark
        @Group("besideCancel")
        public @Nullable Object read() {
            return kit.err(context);
        }

        @Benchmark
        @Group("besideCancel")
        public boolean sibling() {
            Object sibling = child(parent);
            for (int below = 0; below < CHILDREN; below++) {
                child(sibling);
            }
            return kit.cancel(sibling);
        }
    }
}
