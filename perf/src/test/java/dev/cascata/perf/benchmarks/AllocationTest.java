package dev.cascata.perf.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that reads of the reference allocate nothing. */
class AllocationTest {
    private static final int TIMES = 10_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @ValueSource(strings = {"live", "ended"})
    void readsAllocateNothing(String state) {
        Reads reads = new Reads();
        reads.subject = "reference";
        reads.state = state;
        reads.chooseKit();
        assertThat(allocatedBy(reads::err)).isZero();
        assertThat(allocatedBy(reads::done)).isZero();
        assertThat(allocatedBy(reads::cause)).isZero();
    }

    @Test
    void lookupsAllocateNothing() {
        Values values = new Values();
        values.subject = "reference";
        values.layers = 100;
        values.chooseKit();
        assertThat(allocatedBy(values::hit)).isZero();
        assertThat(allocatedBy(values::miss)).isZero();
    }

    @Test
    void measuresTheBytesOfAnAllocation() {
        assertThat(allocatedBy(Object::new)).isGreaterThanOrEqualTo(16);
    }

    /** Returns the bytes of one call. A first round, which is not counted, loads the classes. */
    private static long allocatedBy(Supplier<@Nullable Object> operation) {
        run(operation);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        run(operation);
        return (THREADS.getCurrentThreadAllocatedBytes() - before) / TIMES;
    }

    private static void run(Supplier<@Nullable Object> operation) {
        for (int time = 0; time < TIMES; time++) {
            sink = operation.get();
        }
    }

    @SuppressWarnings("UnusedVariable")
    private static volatile @Nullable Object sink;
}
