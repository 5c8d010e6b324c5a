package dev.cascata.perf.benchmarks;

import static dev.cascata.conformance.rules.Capability.CALLBACKS;
import static dev.cascata.conformance.rules.Capability.THREADS;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Threads;

/** A query or a read of a socket must be aborted if its context ends, but completes before: the usual case. */
@Needs(CALLBACKS)
public class Callbacks extends KitState {
    private Object context;

    @Override
    void prepare() {
        context = child(root());
    }

    @Benchmark
    public boolean registerAndStop() {
        return kit.afterFunc(context, () -> {}, environment).stop();
    }

    /** The same by two threads that share the context. */
    @Threads(2)
    @Needs({CALLBACKS, THREADS})
    public static class ByTwo extends Callbacks {}
}
