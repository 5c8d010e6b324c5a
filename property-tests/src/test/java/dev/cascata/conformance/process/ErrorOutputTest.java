package dev.cascata.conformance.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The beginning of standard error is passed on, and its last line is kept. */
class ErrorOutputTest {
    private static final long LIMIT_MILLIS = 30_000;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @Test
    void shortOutputIsShownUnchanged() throws InterruptedException {
        assertThat(lastLine("first\nlast\n")).isEqualTo("last");

        assertThat(shown.toString(StandardCharsets.UTF_8)).isEqualTo("first\nlast\n");
    }

    @Test
    void longOutputIsCutAndTheCutIsMentioned() throws InterruptedException {
        String noise = "noise\n".repeat(ErrorOutput.MOST);

        assertThat(lastLine(noise + "the reason\n")).isEqualTo("the reason");

        String text = shown.toString(StandardCharsets.UTF_8);
        assertThat(text.length()).isBetween(ErrorOutput.MOST, ErrorOutput.MOST + 200);
        assertThat(text).endsWith("bytes to standard error; the rest is not shown." + System.lineSeparator());
    }

    @Test
    void lastLineOfEmptyOutputIsEmpty() throws InterruptedException {
        assertThat(lastLine("")).isEmpty();
    }

    private String lastLine(String text) throws InterruptedException {
        InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return new ErrorOutput(in, new PrintStream(shown, true, StandardCharsets.UTF_8)).lastLine(LIMIT_MILLIS);
    }
}
