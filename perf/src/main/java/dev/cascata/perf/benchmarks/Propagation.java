package dev.cascata.perf.benchmarks;

import java.util.Locale;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A request that has fanned out (star), called deep (chain), or done both (comb, random) ends: its top is cancelled,
 * and each leaf checks whether to stop. The result is {@code nodes}, the time per node.
 *
 * <p>Of small trees, many are measured at once, so that each size means about 100,000 nodes of work.
 */
public class Propagation extends KitState {
    @Param({"star", "chain", "comb", "random"})
    public String shape;

    @Param({"1", "10", "100", "1000", "10000", "100000", "1000000"})
    public int size;

    /** The least number of nodes; of small trees, there are more than one. */
    @Param("100000")
    public int atLeast;

    private int[] parents;
    private int[] leaves;
    private int trees;

    /** The number of nodes, by which JMH divides the time. */
    @AuxCounters
    @State(Scope.Thread)
    public static class Counted {
        public long nodes;
    }

    /** Trees that are built before the clock starts. */
    @State(Scope.Thread)
    public static class Standing {
        Object[][] trees = {};

        @Setup(Level.Invocation)
        public void build(Propagation benchmark) {
            trees = new Object[benchmark.trees][];
            for (int tree = 0; tree < trees.length; tree++) {
                trees[tree] = benchmark.build();
            }
        }
    }

    @Override
    void prepare() {
        parents = TreeShape.valueOf(shape.toUpperCase(Locale.ROOT)).parents(size);
        leaves = TreeShape.leaves(parents);
        trees = Math.max(1, atLeast / size);
    }

    /** Cancels trees that are already built. */
    @Benchmark
    public int cancel(Standing standing, Counted counted) {
        int done = 0;
        for (Object[] tree : standing.trees) {
            done += end(tree);
        }
        counted.nodes += (long) trees * size;
        return done;
    }

    /** Builds trees and cancels each. */
    @Benchmark
    public int buildAndCancel(Counted counted) {
        int done = 0;
        for (int tree = 0; tree < trees; tree++) {
            done += end(build());
        }
        counted.nodes += (long) trees * size;
        return done;
    }

    private Object[] build() {
        Object[] nodes = new Object[size];
        nodes[0] = child(root());
        for (int node = 1; node < size; node++) {
            nodes[node] = child(nodes[parents[node]]);
        }
        return nodes;
    }

    private int end(Object[] nodes) {
        kit.cancel(nodes[0]);
        int done = 0;
        for (int leaf : leaves) {
            done += kit.done(nodes[leaf]) ? 1 : 0;
        }
        return done;
    }
}
