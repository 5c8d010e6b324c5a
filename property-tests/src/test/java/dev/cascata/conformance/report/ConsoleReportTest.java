package dev.cascata.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.peers.KotlinJobKit;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.Catalogue;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.rules.Verdict;
import dev.cascata.conformance.suite.KitReport;
import dev.cascata.conformance.suite.RuleResult;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConsoleReportTest {

    @Test
    void reportReadsAsPinned() {
        Golden.check("report.txt", ConsoleReport.render(Samples.report(), Samples.REPLAY));
    }

    @Test
    void faultyKitIsReportedOnOneLine() {
        KitReport report = new KitReport(
                "Theirs", "theirs.Theirs", Set.of(), "", 1, 0, Map.of(), List.of(), List.of(), "its root is null");

        assertThat(ConsoleReport.render(report, Samples.REPLAY))
                .isEqualTo("Theirs (theirs.Theirs): adapter fault, its root is null\n");
    }

    @Test
    void undecidedRulesTakeOneLineForEachReason() {
        Set<Capability> declared = new KotlinJobKit().capabilities();
        List<RuleResult> results =
                Catalogue.all().stream().map(rule -> undecided(rule, declared)).toList();

        List<String> lines = Undecided.lines(
                new KitReport("Theirs", "theirs.Theirs", declared, "", 1, 2, Map.of(), results, List.of(), null));

        assertThat(lines)
                .doesNotHaveDuplicates()
                .allSatisfy(line -> assertThat(line)
                        .matches("NOT-(APPLICABLE|RUN) +(needs|not with) .*: [A-Z]+_\\d+.* \\(\\d+ rules?\\)")
                        .hasSizeLessThanOrEqualTo(TextPage.WIDTH));
        assertThat(lines.stream().mapToInt(ConsoleReportTest::count).sum()).isEqualTo(results.size());
        assertThat(lines).anyMatch(line -> line.startsWith("NOT-APPLICABLE  needs MERGE: MERGE_1-2, MERGE_6-8, "));
    }

    private static RuleResult undecided(Rule rule, Set<Capability> declared) {
        Verdict verdict = rule.applies(declared) ? Verdict.NOT_RUN : Verdict.NOT_APPLICABLE;
        return new RuleResult(rule, verdict, 0, "", null);
    }

    private static int count(String line) {
        return Integer.parseInt(line.replaceAll(".*\\((\\d+) rules?\\)", "$1"));
    }

    @Test
    void commandNamesTheJarOrTheClassPathThatTheSuiteWasStartedWith() {
        String jar = Replay.CommandLine.JAR;

        assertThat(Replay.CommandLine.launcher("/home/me/cascata/" + jar)).isEqualTo("java -jar " + jar);
        assertThat(Replay.CommandLine.launcher("conformance.jar:theirs.jar"))
                .isEqualTo("java -cp 'conformance.jar:theirs.jar' dev.cascata.conformance.Main");
    }
}
