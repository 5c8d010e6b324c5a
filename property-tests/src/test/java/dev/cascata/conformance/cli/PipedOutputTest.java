package dev.cascata.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class PipedOutputTest {

    @Test
    void closedPipeIsNotAnError() {
        PrintStream out = PipedOutput.of(failing("Broken pipe"));
        out.println("a line");

        assertThat(out.checkError()).isFalse();
    }

    @Test
    void fullDiskIsAnError() {
        PrintStream out = PipedOutput.of(failing("No space left on device"));
        out.println("a line");

        assertThat(out.checkError()).isTrue();
    }

    private static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(message);
            }
        };
    }
}
