package dev.cascata.perf.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridTest {
    @Test
    void bestPeerIsNotThePlainContext() {
        List<Result> results = new ArrayList<>();
        results.add(Samples.value(Samples.life("plain"), 1.0));
        results.add(Samples.value(Samples.life("grpc"), 9.0));
        results.add(Samples.value(Samples.life("other"), 8.0));
        assertThat(new Grid(results).bestPeer("Life.createAndCancel siblings=0"))
                .hasValueSatisfying(best -> assertThat(best.what().subject()).isEqualTo("other"));
    }
}
