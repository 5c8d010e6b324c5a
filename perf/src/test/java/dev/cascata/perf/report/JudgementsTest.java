package dev.cascata.perf.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.rules.Capability;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is concluded from values: targets, problems, and numbers as people read them. */
class JudgementsTest {
    private static final String ROW = "Life.createAndCancel siblings=0";

    @ParameterizedTest
    @CsvSource({"20, 100, 300, met", "31, 100, 300, missed", "20, 6, 300, missed", "20, 100, 90, missed"})
    void judgesByFloorGoAndLimit(double reference, double floor, double go, String verdict) {
        Target target = new Target("work", ROW, 3, 5, 30);
        assertThat(target.verdict(grid(reference, floor, go))).isEqualTo(verdict);
    }

    @Test
    void leavesOpenWhatCannotBeCompared() {
        Grid alone = new Grid(List.of(Samples.value(life("reference"), 20.0)));
        assertThat(new Target("work", ROW, 3, 0, 0).verdict(alone)).isEqualTo("open");
        assertThat(new Target("work", ROW, 0, 0, 30).verdict(alone)).isEqualTo("met");
    }

    @Test
    void takesTheBestPeerThatSomebodyUses() {
        List<Result> results = new ArrayList<>();
        results.add(Samples.value(life("plain"), 1.0));
        results.add(Samples.value(life("grpc"), 9.0));
        results.add(Samples.value(life("other"), 8.0));
        assertThat(new Grid(results).bestPeer(ROW))
                .hasValueSatisfying(best -> assertThat(best.what().subject()).isEqualTo("other"));
    }

    @Test
    void tellsWhatASubjectDiedOf() {
        RuntimeException outer = new RuntimeException("Benchmark error");
        outer.addSuppressed(new RuntimeException(new StackOverflowError()));
        assertThat(Jmh.problem(outer)).isEqualTo("stack overflow");
        assertThat(Jmh.problem(new RuntimeException(new OutOfMemoryError()))).isEqualTo("out of memory");
        assertThat(Jmh.problem(new RuntimeException("first\nsecond"))).isEqualTo("first");
    }

    @Test
    void knowsWhatASubjectLacks() {
        Listed callbacks = Listed.all().stream()
                .filter(listed -> listed.name().equals("Reads.BesideCancel.besideCancel"))
                .findFirst()
                .orElseThrow();
        assertThat(callbacks.needs()).containsExactly(Capability.THREADS);
        Case floor = Samples.of("Reads.BesideCancel.besideCancel", Map.of(), "floor");
        assertThat(new Plan.Step(floor, callbacks).lacking()).isEqualTo("not offered: THREADS");
        Case reference = Samples.of("Reads.BesideCancel.besideCancel", Map.of(), "reference");
        assertThat(new Plan.Step(reference, callbacks).lacking()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.5481 | 0.55 ns",
                "46.44 | 46.4 ns",
                "263.2 | 263 ns",
                "1234 | 1.23 µs",
                "4_000_000 | 4.00 ms",
                "12_300_000_000 | 12.3 s"
            })
    void writesTimesWithThreeDigits(String nanos, String text) {
        assertThat(Numbers.of(Double.parseDouble(nanos.replace("_", "")), "ns")).isEqualTo(text);
    }

    @Test
    void writesOtherUnitsAsTheyAre() {
        assertThat(Numbers.of(112, "bytes")).isEqualTo("112 bytes");
        assertThat(Numbers.of(12345, "bytes")).isEqualTo("12,345 bytes");
        assertThat(Numbers.percent(0.88)).isEqualTo("-12 %");
        assertThat(Numbers.grouped("1000000")).isEqualTo("1,000,000");
        assertThat(Numbers.grouped("star")).isEqualTo("star");
    }

    private static Grid grid(double reference, double floor, double go) {
        return new Grid(List.of(
                Samples.value(life("reference"), reference),
                Samples.value(life("floor"), floor),
                Samples.value(life("go"), go)));
    }

    private static Case life(String subject) {
        return Samples.of("Life.createAndCancel", Map.of("siblings", "0"), subject);
    }
}
