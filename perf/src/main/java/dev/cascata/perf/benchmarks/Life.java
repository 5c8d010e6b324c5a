package dev.cascata.perf.benchmarks;

import static dev.cascata.conformance.rules.Capability.THREADS;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A server gives each request, or each call within one, its own context and cancels it when the work is done. The
 * parent is the context of the whole server, which has the contexts of other requests as children.
 */
public class Life extends KitState {
    @Param({"0", "1000", "1000000"})
    public int siblings;

    private Object parent;
    private Object[] others = {};

    @Override
    void prepare() {
        parent = child(root());
        others = new Object[siblings];
        for (int other = 0; other < siblings; other++) {
            others[other] = child(parent);
        }
    }

    @Benchmark
    public boolean createAndCancel(Blackhole hole) {
        Object child = child(parent);
        hole.consume(child);
        return kit.cancel(child);
    }

    /** The same by two threads that share the parent. */
    @Threads(2)
    @Needs(THREADS)
    public static class ByTwo extends Life {}

    /** The same below a root, which never ends and need not know its children. */
    public static class BelowRoot extends KitState {
        private Object root;

        @Override
        void prepare() {
            root = root();
        }

        @Benchmark
        public boolean createAndCancel(Blackhole hole) {
            Object child = child(root);
            hole.consume(child);
            return kit.cancel(child);
        }
    }
}
