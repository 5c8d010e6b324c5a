package dev.cascata.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cascata.conformance.json.ConformanceReport;
import dev.cascata.conformance.rules.Catalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonReportTest {

    @Test
    void containsTheWholeRun() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(JsonReport.of(List.of(Samples.report()), List.of("not judged"))
                        .toJson());
        JsonNode kit = json.at("/kits/0");

        assertThat(json.at("/catalogue").asText()).isEqualTo(Catalogue.VERSION);
        assertThat(json.at("/notJudged/0").asText()).isEqualTo("not judged");
        assertThat(kit.at("/kitClass").asText()).isEqualTo(TheirKit.class.getName());
        assertThat(kit.at("/capabilities").toString())
                .isEqualTo(
                        "[\"CANCEL_RESULT\",\"DEADLINES\",\"CALLBACKS\",\"DEPENDENTS\",\"TIMER_COUNT\",\"VIRTUAL_TIME\","
                                + "\"THREADS\",\"EAGER\"]");
        assertThat(kit.at("/statistics/step Cancel").asLong()).isPositive();
        assertThat(kit.at("/asExpected").asBoolean()).isFalse();
        assertThat(kit.at("/rules")).hasSize(Samples.report().results().size());
    }

    @Test
    void failureHasItsProgramAndTheCommandThatShowsIt() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(JsonReport.of(List.of(Samples.report()), List.of()).toJson());
        JsonNode rule = json.at("/kits/0/rules/6");

        assertThat(rule.at("/id").asText()).isEqualTo("LINK_2");
        assertThat(rule.at("/verdict").asText()).isEqualTo("KNOWN");
        assertThat(rule.at("/held").asLong()).isPositive();
        assertThat(rule.at("/failure/program")).hasSize(3);
        assertThat(rule.at("/failure/step").asInt()).isEqualTo(2);
        assertThat(rule.at("/failure/replay").asText())
                .contains("--kit " + TheirKit.class.getName() + " --rule LINK_2");
    }

    @Test
    void writtenReportIsRead(@TempDir Path folder) throws IOException {
        ConformanceReport report = JsonReport.of(List.of(Samples.report()), List.of("not judged"));

        JsonReport.write(folder, List.of(Samples.report()), List.of("not judged"));

        assertThat(ConformanceReport.read(folder.resolve(ConformanceReport.FILE)))
                .isEqualTo(report);
    }
}
