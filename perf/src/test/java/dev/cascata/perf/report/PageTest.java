package dev.cascata.perf.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageTest {
    private static final Report REPORT = Samples.report();

    @Test
    void bodyIsTheGoldenFile() throws IOException {
        Golden.check("body.html", new Page(REPORT, null).body());
    }

    @Test
    void changeSinceABaselineIsTheGoldenFile() throws IOException {
        List<Result> later = new ArrayList<>();
        later.add(Samples.value(Samples.of("Memory.withCancel", Map.of(), "reference"), 56.0));
        later.add(Samples.value(chain("floor"), 4.5, 5.0, 7.0));
        later.add(Samples.value(chain("reference"), 20.0, 21.0));
        Golden.check("change.html", new Baseline(REPORT).table(later));
    }

    @Test
    void comparingRunsOfTwoBudgetsGivesACaveat() {
        Baseline before = new Baseline(REPORT);
        Report full = new Report(Samples.machine("full"), REPORT.results());

        assertThat(new Page(REPORT, before).body()).contains("Change").doesNotContain("The earlier run");
        assertThat(new Page(full, before).body())
                .contains("<p>The earlier run was made with --quick, this one with --full. ");
    }

    private static Case chain(String subject) {
        return Samples.of("Propagation.buildAndCancel", Map.of("shape", "chain", "size", "1000"), subject);
    }

    @Test
    void pageNeedsNoOtherFile() {
        String page = new Page(REPORT, null).html();
        assertThat(page)
                .doesNotContain("{{", "<link", "<img", " src=")
                .contains("Chart.js v")
                .contains("\"title\":\"Propagation.buildAndCancel shape=chain\"");
    }

    @Test
    void problemTextIsEscaped() {
        Report hostile = new Report(
                Samples.machine(), List.of(Result.problem(Samples.of("Life.x", Map.of(), "floor"), "<script>")));
        assertThat(new Page(hostile, null).body()).doesNotContain("<script>");
    }

    @Test
    void plotsCostOverSizeAndDistributions() {
        List<Plot> trees = Plot.of(Section.TREES, Section.TREES.of(REPORT.results()));
        assertThat(trees)
                .singleElement()
                .satisfies(plot -> assertThat(plot.lines())
                        .extracting(Plot.Line::subject)
                        .containsExactly("floor", "reference", "go", "grpc"));
        assertThat(trees.get(0).notes()).containsExactly("grpc at 1,000,000: stack overflow");
        assertThat(trees.get(0).lines().get(0).points())
                .containsExactly(new Plot.Point("1000", 5, 4, 7), new Plot.Point("1000000", 6, 5, 8));
        List<Plot> waiting = Plot.of(Section.WAKE_UP, Section.WAKE_UP.of(REPORT.results()));
        assertThat(waiting.get(0).lines().get(0).points())
                .extracting(Plot.Point::x)
                .containsExactly("50 %", "99 %", "slowest");
    }
}
