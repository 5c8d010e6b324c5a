package dev.cascata.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cascata.conformance.rules.Verdict;
import dev.cascata.conformance.rules.CancelRule;
import dev.cascata.stress.races.KitUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verdicts of the races join the report of the same kit only. */
class ReportTest {
    private static final String RULES = "\"rules\":[{\"id\":\"CANCEL_7\",\"verdict\":\"NOT-RUN\",\"note\":\"\"},"
            + "{\"id\":\"CANCEL_16\",\"verdict\":\"PASS\",\"note\":\"\"}]";

    @TempDir
    Path folder;

    @Test
    void notRunRulePassesAndBrokenRuleFails() throws IOException {
        JsonNode report = report(KitUnderTest.REFERENCE);
        assertThat(join(report)).isTrue();
        JsonNode rules = report.at("/kits/0/rules");
        assertThat(rules.at("/0/verdict").asText()).isEqualTo("PASS");
        assertThat(rules.at("/0/races/samples").asLong()).isEqualTo(7);
        assertThat(rules.at("/1/verdict").asText()).isEqualTo("FAIL");
        assertThat(report.at("/kits/0/asExpected").asBoolean()).isFalse();
    }

    @Test
    void reportOfAnotherKitIsUnchanged() throws IOException {
        JsonNode report = report("example.OtherKit");
        assertThat(join(report)).isFalse();
        assertThat(report).isEqualTo(report("example.OtherKit"));
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
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(74));
    }

    private static boolean join(JsonNode report) {
        return new ReportJoin(report, KitUnderTest.REFERENCE).join(results().verdicts());
    }

    private static JsonNode report(String kitClass) throws IOException {
        return new ObjectMapper()
                .readTree("{\"kits\":[{\"kitClass\":\"" + kitClass + "\",\"asExpected\":true," + RULES + "}]}");
    }

    private static KitTrial.Results results() {
        RuleVerdict kept = new RuleVerdict(CancelRule.CANCEL_7, Verdict.PASS, 7, List.of("CancelCancel"), "");
        RuleVerdict broken = new RuleVerdict(CancelRule.CANCEL_16, Verdict.FAIL, 0, List.of("CancelCancel"), "broken");
        return new KitTrial.Results(Subject.of(KitUnderTest.REFERENCE), List.of(), List.of(kept, broken), "index.html");
    }
}
