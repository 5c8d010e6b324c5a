package dev.cascata.perf.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTest {
    private static final String ROW = "Life.createAndCancel siblings=0";

    @ParameterizedTest
    @CsvSource({"20, 100, 300, met", "31, 100, 300, missed", "20, 6, 300, missed", "20, 100, 90, missed"})
    void targetIsMetOrMissed(double reference, double floor, double go, String verdict) {
        Target target = new Target("work", ROW, 3, 5, 30);
        assertThat(target.verdict(grid(reference, floor, go))).isEqualTo(verdict);
    }

    @Test
    void targetIsOpenWithoutAValueToCompareWith() {
        Grid alone = new Grid(List.of(Samples.value(Samples.life("reference"), 20.0)));
        assertThat(new Target("work", ROW, 3, 0, 0).verdict(alone)).isEqualTo("open");
        assertThat(new Target("work", ROW, 0, 0, 30).verdict(alone)).isEqualTo("met");
    }

    private static Grid grid(double reference, double floor, double go) {
        return new Grid(List.of(
                Samples.value(Samples.life("reference"), reference),
                Samples.value(Samples.life("floor"), floor),
                Samples.value(Samples.life("go"), go)));
    }
}
