package dev.cascata.conformance.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.peers.ReferenceKit;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Collections of the heap are complete, and their time is not counted as the time of the library. */
class HeapTest {
    private static final int MANY = 10;

    private final Stage stage = new Stage(new ReferenceKit(), 1_000);

    @Test
    void unreferencedObjectIsCollected() {
        assertThat(Heap.left(stage, List.of(new WeakReference<>(new Object())))).isZero();
    }

    /** Many collections of a large heap take longer than one operation may. */
    @Test
    void everyCollectionIsAnOperationOfItsOwn() {
        Object held = new Object();
        long before = stage.operations();
        try {
            assertThat(Heap.left(stage, List.of(new WeakReference<>(held)))).isOne();
            assertThat(stage.operations() - before).isGreaterThan(MANY);
        } finally {
            Reference.reachabilityFence(held);
        }
    }
}
