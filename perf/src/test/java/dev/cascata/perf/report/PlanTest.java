package dev.cascata.perf.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.rules.Capability;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanTest {
    @Test
    void lackingCapabilityIsNamed() {
        Benchmark reads = Benchmark.all().stream()
                .filter(benchmark -> benchmark.name().equals("Reads.BesideCancel.besideCancel"))
                .findFirst()
                .orElseThrow();
        assertThat(reads.needs()).containsExactly(Capability.THREADS);
        Case floor = Samples.of("Reads.BesideCancel.besideCancel", Map.of(), "floor");
        assertThat(new Plan.Step(floor, reads).lacking()).isEqualTo("not offered: THREADS");
        Case reference = Samples.of("Reads.BesideCancel.besideCancel", Map.of(), "reference");
        assertThat(new Plan.Step(reference, reads).lacking()).isEmpty();
    }
}
