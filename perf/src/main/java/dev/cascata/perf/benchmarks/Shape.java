package dev.cascata.perf.benchmarks;

import java.util.Random;
import java.util.stream.IntStream;

/** The form of a tree, told by the parent of each node; node 0 is the top. */
enum Shape {
    /** All below the top. */
    STAR {
        @Override
        int parent(int node, Random random) {
            return 0;
        }
    },
    /** Each below the one before. */
    CHAIN {
        @Override
        int parent(int node, Random random) {
            return node - 1;
        }
    },
    /** A chain of the even ones, each with an odd one below it. */
    COMB {
        @Override
        int parent(int node, Random random) {
            return node % 2 == 0 ? node - 2 : node - 1;
        }
    },
    /** Each below any of those before, all as likely. */
    RANDOM {
        @Override
        int parent(int node, Random random) {
            return random.nextInt(node);
        }
    };

    private static final long SEED = 7;

    abstract int parent(int node, Random random);

    /** The parent of each node; that of the top does not count. */
    int[] parents(int size) {
        Random random = new Random(SEED);
        return IntStream.range(0, size)
                .map(node -> node == 0 ? 0 : parent(node, random))
                .toArray();
    }

    /** The nodes that nothing is below of. */
    static int[] leaves(int[] parents) {
        boolean[] inner = new boolean[parents.length];
        IntStream.range(1, parents.length).forEach(node -> inner[parents[node]] = true);
        return IntStream.range(0, parents.length).filter(node -> !inner[node]).toArray();
    }
}
