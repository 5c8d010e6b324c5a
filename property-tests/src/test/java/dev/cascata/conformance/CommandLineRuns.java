package dev.cascata.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.discovery.BrokenKits;
import dev.cascata.conformance.peers.ReferenceKit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Runs the command line as a user would, and keeps what it prints. */
abstract class CommandLineRuns {
    static final String REFERENCE = ReferenceKit.class.getName();
    static final String THROWING = BrokenKits.Throwing.class.getName();

    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final ByteArrayOutputStream err = new ByteArrayOutputStream();
    String in = "";

    @TempDir
    Path folder;

    int run(String... args) {
        out.reset();
        err.reset();
        return Main.run(args, new ByteArrayInputStream(in.getBytes(UTF_8)), stream(out), stream(err));
    }

    void refused(int code, String sentence, String... args) {
        assertThat(run(args)).isEqualTo(code);
        assertOneSentence(sentence);
        assertThat(out()).isEmpty();
    }

    void assertOneSentence(String part) {
        assertThat(err.toString(UTF_8))
                .contains(part)
                .endsWith("." + System.lineSeparator())
                .hasLineCount(1);
    }

    String out() {
        return out.toString(UTF_8);
    }

    static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, UTF_8);
    }
}
