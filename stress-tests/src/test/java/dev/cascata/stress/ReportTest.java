package dev.cascata.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cascata.conformance.rules.CancelRule;
import dev.cascata.conformance.rules.Verdict;
import dev.cascata.stress.races.Chosen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The races are added to the report of the same kit, and to no other. */
class ReportTest {
    private static final String RULES = "\"rules\":[{\"id\":\"CANCEL_7\",\"verdict\":\"NOT-RUN\",\"note\":\"\"},"
            + "{\"id\":\"CANCEL_16\",\"verdict\":\"PASS\",\"note\":\"\"}]";

    @TempDir
    Path folder;

    @Test
    void whatWasNotRunPassesAndABrokenRuleFails() throws IOException {
        JsonNode report = report(Chosen.REFERENCE);
        assertThat(Report.join(report, results())).isTrue();
        JsonNode rules = report.at("/kits/0/rules");
        assertThat(rules.at("/0/verdict").asText()).isEqualTo("PASS");
        assertThat(rules.at("/0/races/samples").asLong()).isEqualTo(7);
        assertThat(rules.at("/1/verdict").asText()).isEqualTo("FAIL");
        assertThat(report.at("/kits/0/asExpected").asBoolean()).isFalse();
    }

    @Test
    void theReportOfAnotherKitStaysAsItIs() throws IOException {
        JsonNode report = report("example.OtherKit");
        assertThat(Report.join(report, results())).isFalse();
        assertThat(report).isEqualTo(report("example.OtherKit"));
    }

    @Test
    void withoutAReportTheRacesStandAlone() throws IOException {
        assertThat(new Report(folder).write(results())).contains("races.json alone");
        JsonNode races =
                new ObjectMapper().readTree(folder.resolve("races.json").toFile());
        assertThat(races.at("/rules/0/id").asText()).isEqualTo("CANCEL_7");
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefusedAtOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> new Report(file))
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(74));
    }

    private static JsonNode report(String kitClass) throws IOException {
        return new ObjectMapper()
                .readTree("{\"kits\":[{\"kitClass\":\"" + kitClass + "\",\"asExpected\":true," + RULES + "}]}");
    }

    private static KitTrial.Results results() {
        Ruling kept = new Ruling(CancelRule.CANCEL_7, Verdict.PASS, 7, List.of("CancelCancel"), "");
        Ruling broken = new Ruling(CancelRule.CANCEL_16, Verdict.FAIL, 0, List.of("CancelCancel"), "broken");
        return new KitTrial.Results(Subject.of(Chosen.REFERENCE), List.of(), List.of(kept, broken), "index.html");
    }
}
