package dev.cascata.conformance.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.rules.LinkRule;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(bytes, true, UTF_8);
    private long seconds;

    @Test
    void firstLineNamesTheKitAndTheExpectedTime() {
        ConsoleProgress progress = progress(false);
        progress.search();
        progress.begin(9, 2000);

        assertThat(printed()).isEqualTo("""
                Looking for kits, and building the adapters of other languages ...
                Judging 9 kits, each by 2,000 random programs and by directed checks. This takes about 4 minutes.
                """);
    }

    @Test
    void terminalHasOneLineThatIsClearedAtTheEnd() {
        ConsoleProgress progress = progress(true);
        progress.programs("theirs", 1, 200);
        progress.programs("theirs", 1, 200);
        progress.shrinking("theirs", LinkRule.LINK_2);
        progress.end();

        String[] lines = printed().split("\r", -1);
        assertThat(lines).filteredOn(line -> !line.isBlank()).hasSize(2).allMatch(line -> line.startsWith("theirs: "));
        assertThat(lines).contains("theirs: looking for the shortest program that breaks LINK_2");
        assertThat(lines[lines.length - 1]).isEmpty();
    }

    @Test
    void withoutATerminalALineIsPrintedEveryTenSeconds() {
        ConsoleProgress progress = progress(false);
        progress.begin(2, 200);
        bytes.reset();
        for (int i = 0; i < 200; i++) {
            seconds = i / 10;
            progress.programs("theirs", i, 200);
        }
        seconds = 60;
        progress.end();
        progress.checks("others", 1, 2);

        assertThat(printed()).isEqualTo("""
                Kit 1 of 2, theirs: 100 of 200 programs; about 70 seconds left
                Kit 2 of 2, others: 1 of 2 directed checks; about 10 seconds left
                """);
    }

    @Test
    void progressIsPrintedToStandardErrorOnly() {
        ConsoleProgress progress = ConsoleProgress.on(stream);
        progress.begin(1, 200);
        progress.programs("theirs", 1, 200);
        progress.end();

        assertThat(bytes.size()).isZero();
    }

    private ConsoleProgress progress(boolean terminal) {
        return new ConsoleProgress(stream, terminal, () -> TimeUnit.SECONDS.toNanos(seconds));
    }

    private String printed() {
        return bytes.toString(UTF_8);
    }
}
