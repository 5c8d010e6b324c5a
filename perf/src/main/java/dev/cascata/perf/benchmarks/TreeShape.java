package dev.cascata.perf.benchmarks;

import java.util.Random;
import java.util.stream.IntStream;

/** The shape of a tree, given by the parent of each node; node 0 is the top. */
enum TreeShape {
    /** Every node is a child of the top. */
    STAR {
        @Override
        int parent(int node, Random random) {
            return 0;
        }
    },
    /** Every node is a child of the one before. */
    CHAIN {
        @Override
        int parent(int node, Random random) {
            return node - 1;
        }
    },
    /** The even nodes are a chain; every odd node is a child of the even node before it. */
    COMB {
        @Override
        int parent(int node, Random random) {
            return node % 2 == 0 ? node - 2 : node - 1;
        }
    },
    /** Every node is a child of a random earlier node. */
    RANDOM {
        @Override
        int parent(int node, Random random) {
            return random.nextInt(node);
        }
    };

    private static final long SEED = 7;

    abstract int parent(int node, Random random);

    /** Returns the parent of each node; the entry of the top means nothing. */
    int[] parents(int size) {
        Random random = new Random(SEED);
        return IntStream.range(0, size)
                .map(node -> node == 0 ? 0 : parent(node, random))
                .toArray();
    }

    /** Returns the nodes without children. */
    static int[] leaves(int[] parents) {
        boolean[] inner = new boolean[parents.length];
        IntStream.range(1, parents.length).forEach(node -> inner[parents[node]] = true);
        return IntStream.range(0, parents.length).filter(node -> !inner[node]).toArray();
    }
}
