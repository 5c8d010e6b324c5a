package dev.cascata.conformance.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cascata.conformance.report.Samples;
import dev.cascata.conformance.rules.CallbackRule;
import dev.cascata.conformance.rules.DeadlineRule;
import dev.cascata.conformance.rules.LinkRule;
import dev.cascata.conformance.suite.BrokenRules;
import dev.cascata.conformance.suite.KitReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownFailingTest {
    private static final String TEXT = """
            LINK_2 | children are held until the parent ends | c1 = withCancel c0; cancel c1
            CALLBACK_20 | listeners run under a lock | check second-thread-cancels-context
            """;

    @TempDir
    Path folder;

    @Test
    void writtenLinesAreRead() {
        KnownFailing known = KnownFailing.parse(TEXT, "file");

        assertThat(known.write()).isEqualTo(TEXT);
        assertThat(known.lines())
                .extracting(KnownFailing.Line::rule)
                .containsExactly(LinkRule.LINK_2, CallbackRule.CALLBACK_20);
        assertThat(KnownFailing.parse(known.write(), "file")).isEqualTo(known);
    }

    @Test
    void commentsAndEmptyLinesAreSkipped() {
        assertThat(KnownFailing.parse("# why\r\n\r\n  " + TEXT, "file")).isEqualTo(KnownFailing.parse(TEXT, "file"));
    }

    @Test
    void wrongLineIsRefusedWithItsNumber() {
        refused("\nLINK_99 | reason | c1 = background", "file, line 2: unknown rule \"LINK_99\"");
        refused("LINK_2", "file, line 1: a line must be \"RULE_1 | reason | program\" or \"RULE_1");
        refused("LINK_2 | ", "file, line 1: a line must be \"RULE_1 | reason | program\" or \"RULE_1");
        refused("LINK_2 | reason | check nothing-of-this-name", "file, line 1: unknown check \"nothing-of-this-name\"");
        refused("LINK_2 | reason | cancel c9", "file, line 1: step 1 of the program");
    }

    @Test
    void writingKeepsReasonsAndLinesOfUnjudgedRules() throws IOException {
        Path file = folder.resolve("known.txt");
        Files.writeString(file, """
                        LINK_2 | by hand | c1 = withCancel c0
                        LINK_5 | not judged now | c1 = background
                        USE_8 | was broken | c1 = background
                        """);

        KitReport report = Samples.report();
        KnownFailing before = KnownFailingFiles.before(file, KnownFailing.none());
        KnownFailingFiles.write(file, report.kit(), BrokenRules.of(report, before));

        assertThat(KnownFailingFiles.read(file).write()).isEqualTo("""
                        DEADLINE_10 | found by the suite, to be explained | c1 = withDeadline c0 8; cancel c1
                        LINK_2 | by hand | c1 = withCancel c0; c2 = withCancel c1; cancel c2
                        LINK_5 | not judged now | c1 = background
                        USE_3 | found by the suite, to be explained | check print-shows-the-path
                        """);
        assertThat(KnownFailingFiles.read(file).of(DeadlineRule.DEADLINE_10)).isPresent();
    }

    private static void refused(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KnownFailing.parse(text, "file"))
                .withMessageStartingWith(message);
    }
}
