package dev.cascata.perf.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks the exact bytes of each kind of context, on a JVM with compressed pointers. */
class FootprintTest {
    private enum Kind {
        CANCEL(Memory::withCancel),
        TIMEOUT(Memory::withTimeout),
        VALUE(Memory::withValue),
        DETACHED(Memory::withoutCancel),
        CALLBACK(Memory::callback);

        @SuppressWarnings("ImmutableEnumChecker") // A reference to a method.
        final BiConsumer<Memory, Memory.Footprint> benchmark;

        Kind(BiConsumer<Memory, Memory.Footprint> benchmark) {
            this.benchmark = benchmark;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "reference, CANCEL, 56",
        "reference, TIMEOUT, 104",
        "reference, VALUE, 32",
        "reference, DETACHED, 24",
        "reference, CALLBACK, 40",
        "floor, CANCEL, 48",
        "grpc, CANCEL, 80"
    })
    void contextHasExactSize(String subject, Kind kind, double bytes) {
        assertThat(bytes(subject, kind)).isEqualTo(bytes);
    }

    @Test
    void timeoutIsLargerThanCancel() {
        assertThat(bytes("floor", Kind.TIMEOUT)).isGreaterThan(bytes("floor", Kind.CANCEL));
    }

    private static double bytes(String subject, Kind kind) {
        Memory benchmark = new Memory();
        benchmark.subject = subject;
        benchmark.chooseKit();
        Memory.Footprint footprint = new Memory.Footprint();
        kind.benchmark.accept(benchmark, footprint);
        return footprint.bytes;
    }
}
