package dev.cascata.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.rules.CancelRule;
import dev.cascata.conformance.suite.KitReport;
import dev.cascata.conformance.suite.RuleResult;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private static final int SCREEN = 24;

    @Test
    void nineKitsFitOnAScreen() {
        String text = Summary.render(
                Collections.nCopies(9, Samples.report()),
                List.of("not judged: --adapter rust, because cargo is not on the PATH"));

        assertThat(text.lines()).hasSizeLessThanOrEqualTo(SCREEN);
        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(TextPage.WIDTH));
    }

    @Test
    void severalKitsAreATableAndSentences() {
        KitReport good = report("good", List.of(), null);
        KitReport stale = report("stale", List.of("the known-failing line of LINK_2 is stale"), null);
        KitReport faulty = report("faulty", List.of(), "its root is null");

        Golden.check(
                "summary.txt",
                Summary.render(
                        List.of(good, Samples.report(), stale, faulty),
                        List.of("not judged: --adapter rust, because cargo is not on the PATH")));
    }

    @Test
    void oneKitIsASentence() {
        assertThat(Summary.render(List.of(report("good", List.of(), null)), List.of()))
                .isEqualTo("\nEverything is as expected.\n");
        assertThat(Summary.render(List.of(Samples.report()), List.of()))
                .isEqualTo("\ntheirs 1.2: MUST rules that are broken or untested: DEADLINE_10.\n");
    }

    private static KitReport report(String name, List<String> stale, @Nullable String fault) {
        List<RuleResult> results = List.of(Samples.result(CancelRule.CANCEL_1));
        return new KitReport(name, "theirs.Kit", Set.of(), "", 1, 200, Map.of(), results, stale, fault);
    }
}
