package dev.cascata.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.suite.KitReport;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConsoleReportTest {

    @Test
    void everyVerdictHasItsLine() {
        Golden.check("report.txt", ConsoleReport.render(Samples.report(), Samples.REPLAY));
    }

    @Test
    void aKitThatWasNotJudgedIsToldInOneLine() {
        KitReport report = new KitReport(
                "Theirs", "theirs.Theirs", Set.of(), "", 1, 0, Map.of(), List.of(), List.of(), "its root is null");

        assertThat(ConsoleReport.render(report, Samples.REPLAY))
                .isEqualTo("Theirs (theirs.Theirs): adapter fault, its root is null\n");
    }

    @Test
    void theCommandNamesTheJarOrTheClassPathThatTheSuiteWasStartedWith() {
        assertThat(Replay.launcher("/home/me/cascata/" + Replay.JAR)).isEqualTo("java -jar " + Replay.JAR);
        assertThat(Replay.launcher("conformance.jar:theirs.jar"))
                .isEqualTo("java -cp 'conformance.jar:theirs.jar' dev.cascata.conformance.Main");
    }
}
