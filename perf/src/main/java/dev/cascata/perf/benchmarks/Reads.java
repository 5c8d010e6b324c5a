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

/** The question in every loop of a program that can be stopped: go on, or is it over, and why? */
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

    /** The same by two threads, which share the context. */
    @Threads(2)
    public static class ByTwo extends Reads {}

    /** How much time is left for a call: the deadline of its context is read. */
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

    /** The same by two threads, which share the context. */
    @Threads(2)
    public static class DeadlinesByTwo extends Deadlines {}

    /** One thread reads; beside it, and below the same parent, another builds stars of 100 and cancels them. */
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
