package dev.cascata.perf.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GoOutputTest {
    private static final String OUTPUT = """
            goos: linux
            cpu: A machine
            BenchmarkLife/createAndCancel/siblings=0-2         \t  882687\t       146.9 ns/op\t      96 B/op\t       2 allocs/op
            BenchmarkLife/createAndCancel/siblings=0-2         \t  871000\t       150.1 ns/op\t      98 B/op\t       2 allocs/op
            PASS
            """;

    @Test
    void readsEveryRunAndItsAllocation() {
        Result result = GoOutput.result(of("Life.createAndCancel"), OUTPUT);
        assertThat(result.values()).containsExactly(146.9, 150.1);
        assertThat(result.allocated()).isEqualTo(97.0);
        assertThat(result.problem()).isNull();
    }

    @Test
    void readsTheTimePerNodeOfPropagation() {
        Result result = GoOutput.result(
                of("Propagation.cancel"),
                "BenchmarkPropagation/cancel-2 \t 5\t  23719372 ns/op\t        88.92 nodes\n");
        assertThat(result.values()).containsExactly(88.92);
    }

    @Test
    void readsPercentiles() {
        Result result = GoOutput.result(
                of("WakeUp.cancel"), "BenchmarkWakeUp/cancel-2 \t 100\t 1044459 ns/op\t 11958 p100\t 411.0 p50\n");
        assertThat(result.values()).containsExactly(411.0);
        assertThat(result.percentiles()).isEqualTo(Map.of("p50", 411.0, "p100", 11958.0));
    }

    @Test
    void missingBenchmarkIsAProblem() {
        Result result = GoOutput.result(of("WakeUp.cancel"), "PASS\n");
        assertThat(result.measured()).isFalse();
        assertThat(result.problem()).isEqualTo("no such benchmark in Go");
    }

    private static Case of(String benchmark) {
        return new Case(benchmark, new TreeMap<>(), "go", "17");
    }
}
