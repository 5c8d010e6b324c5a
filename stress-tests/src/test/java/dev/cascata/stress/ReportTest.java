package dev.cascata.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cascata.conformance.cli.ExitCode;
import dev.cascata.conformance.cli.UsageError;
import dev.cascata.conformance.json.ConformanceReport;
import dev.cascata.conformance.rules.CancelRule;
import dev.cascata.conformance.rules.Verdict;
import dev.cascata.stress.races.KitUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verdicts of the races join the report of the same kit only. */
class ReportTest {
    @TempDir
    Path folder;

    @Test
    void notRunRulePassesAndBrokenRuleFails() throws IOException {
        Path file = Files.writeString(
                folder.resolve(ConformanceReport.FILE),
                report(KitUnderTest.REFERENCE).toJson());

        assertThat(new Report(folder).write(results())).startsWith("Joined with " + file + ": no rule is NOT-RUN.");

        ConformanceReport.Kit kit = ConformanceReport.read(file).kits().get(0);
        assertThat(kit.rules()).extracting(ConformanceReport.Rule::verdict).containsExactly("PASS", "FAIL");
        assertThat(kit.rules().get(0).races())
                .isEqualTo(new ConformanceReport.Races("CANCEL_7", "PASS", 7, List.of("CancelCancel"), ""));
        assertThat(kit.asExpected()).isFalse();
    }

    @Test
    void reportOfAnotherKitIsUnchanged() throws IOException {
        String before = report("example.OtherKit").toJson();
        Path file = Files.writeString(folder.resolve(ConformanceReport.FILE), before);

        assertThat(new Report(folder).write(results())).contains("has no entry for " + KitUnderTest.REFERENCE);

        assertThat(file).hasContent(before);
    }

    @Test
    void otherFileIsRefused() throws IOException {
        Files.writeString(folder.resolve(ConformanceReport.FILE), "{\"cats\":[]}");

        assertThatThrownBy(() -> new Report(folder).write(results()))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("conformance.json is not a report of this version");
    }

    @Test
    void withoutAReportOnlyRacesJsonIsWritten() throws IOException {
        assertThat(new Report(folder).write(results())).contains("races.json alone");
        JsonNode races =
                new ObjectMapper().readTree(folder.resolve("races.json").toFile());
        assertThat(races.at("/rules/0/id").asText()).isEqualTo("CANCEL_7");
    }

    @Test
    void folderThatCannotBeWrittenIsRefusedFirst() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> new Report(file))
                .isInstanceOfSatisfying(
                        UsageError.class, e -> assertThat(e.code()).isEqualTo(ExitCode.CANNOT_WRITE));
    }

    private static ConformanceReport report(String kitClass) {
        return new ConformanceReport(
                "1.0", "17", List.of(), List.of(kit(kitClass, rule("CANCEL_7", "NOT-RUN"), rule("CANCEL_16", "PASS"))));
    }

    private static ConformanceReport.Kit kit(String kitClass, ConformanceReport.Rule... rules) {
        return new ConformanceReport.Kit(
                "name", kitClass, List.of(), null, 1, 2, true, null, List.of(), Map.of(), List.of(rules));
    }

    private static ConformanceReport.Rule rule(String id, String verdict) {
        return new ConformanceReport.Rule(id, "MUST", "A sentence.", verdict, 0, "", null, null);
    }

    private static KitTrial.Results results() {
        RuleVerdict kept = new RuleVerdict(CancelRule.CANCEL_7, Verdict.PASS, 7, List.of("CancelCancel"), "");
        RuleVerdict broken = new RuleVerdict(CancelRule.CANCEL_16, Verdict.FAIL, 0, List.of("CancelCancel"), "broken");
        return new KitTrial.Results(Subject.of(KitUnderTest.REFERENCE), List.of(), List.of(kept, broken), "index.html");
    }
}
