package dev.cascata.perf.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TreeShapeTest {
    @Test
    void givesParentsAndLeavesOfEachShape() {
        assertThat(TreeShape.STAR.parents(4)).containsExactly(0, 0, 0, 0);
        assertThat(TreeShape.CHAIN.parents(4)).containsExactly(0, 0, 1, 2);
        assertThat(TreeShape.COMB.parents(6)).containsExactly(0, 0, 0, 2, 2, 4);
        assertThat(TreeShape.leaves(TreeShape.STAR.parents(4))).containsExactly(1, 2, 3);
        assertThat(TreeShape.leaves(TreeShape.CHAIN.parents(4))).containsExactly(3);
        assertThat(TreeShape.leaves(TreeShape.COMB.parents(6))).containsExactly(1, 3, 5);
    }

    @ParameterizedTest
    @EnumSource
    void everyParentComesBeforeItsChild(TreeShape shape) {
        assertThat(TreeShape.leaves(shape.parents(1))).containsExactly(0);
        int[] parents = shape.parents(1000);
        for (int node = 1; node < parents.length; node++) {
            assertThat(parents[node]).isBetween(0, node - 1);
        }
    }
}
