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
 * The end of a request that has fanned out (star), called deep (chain), or done both (comb, random): the top is
 * cancelled, and whoever works at a leaf looks whether to stop. The time that counts is {@code nodes}, per node.
 *
 * <p>Small trees are measured many at a time, so that each size is some 100,000 nodes of work.
 */
public class Propagation extends KitState {
    @Param({"star", "chain", "comb", "random"})
    public String shape;

    @Param({"1", "10", "100", "1000", "10000", "100000", "1000000"})
    public int size;

    /** How many nodes there are at least, in as many trees as that takes. */
    @Param("100000")
    public int atLeast;

    private int[] parents;
    private int[] leaves;
    private int trees;

    /** Counts what the time is divided by. */
    @AuxCounters
    @State(Scope.Thread)
    public static class Counted {
        public long nodes;
    }

    /** Trees that stand before the clock starts. */
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
        parents = Shape.valueOf(shape.toUpperCase(Locale.ROOT)).parents(size);
        leaves = Shape.leaves(parents);
        trees = Math.max(1, atLeast / size);
    }

    /** Cancels trees that stand. */
    @Benchmark
    public int cancel(Standing standing, Counted counted) {
        int ended = 0;
        for (Object[] tree : standing.trees) {
            ended += end(tree);
        }
        counted.nodes += (long) trees * size;
        return ended;
    }

    /** Builds trees and cancels each. */
    @Benchmark
    public int buildAndCancel(Counted counted) {
        int ended = 0;
        for (int tree = 0; tree < trees; tree++) {
            ended += end(build());
        }
        counted.nodes += (long) trees * size;
        return ended;
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
        int ended = 0;
        for (int leaf : leaves) {
            ended += kit.done(nodes[leaf]) ? 1 : 0;
        }
        return ended;
    }
}
