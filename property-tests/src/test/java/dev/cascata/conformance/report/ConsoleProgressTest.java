package dev.cascata.conformance.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.rules.LinkRule;
import dev.cascata.conformance.search.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(bytes, true, UTF_8);

    @Test
    void writesOverItsLineAndTakesItAwayAtTheEnd() {
        ConsoleProgress progress = new ConsoleProgress(stream);
        progress.programs("theirs", 1, 200);
        progress.programs("theirs", 1, 200);
        progress.shrinking("theirs", LinkRule.LINK_2);
        progress.end();

        String[] lines = bytes.toString(UTF_8).split("\r", -1);
        assertThat(lines).filteredOn(line -> !line.isBlank()).allMatch(line -> line.startsWith("theirs: "));
        assertThat(lines).contains("theirs: looking for the shortest program that breaks LINK_2");
        assertThat(lines[lines.length - 1]).isEmpty();
    }

    @Test
    void isSilentWhereNobodyWatches() {
        Progress progress = ConsoleProgress.on(stream);
        progress.programs("theirs", 1, 200);
        progress.end();

        assertThat(bytes.size()).isZero();
    }
}
