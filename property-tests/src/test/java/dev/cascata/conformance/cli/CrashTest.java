package dev.cascata.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A failure of the suite itself has an exit code of its own. */
class CrashTest {
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(text, true, StandardCharsets.UTF_8);

    @Test
    void exceptionIsReportedWithAnExitCodeOfItsOwn() {
        int code = Crash.guard(err, () -> {
            throw new IllegalStateException("out of luck");
        });

        assertThat(code).isEqualTo(70);
        assertThat(text.toString(StandardCharsets.UTF_8))
                .startsWith(
                        "The suite itself failed with java.lang.IllegalStateException: out of luck. This says nothing")
                .contains("\tat " + CrashTest.class.getName());
    }

    @Test
    void errorIsReportedTheSameWay() {
        assertThat(Crash.guard(err, () -> {
                    throw new StackOverflowError();
                }))
                .isEqualTo(70);
    }

    @Test
    void exitCodeOfTheFrontDoorIsReturned() {
        assertThat(Crash.guard(err, () -> 1)).isEqualTo(1);
        assertThat(text.size()).isZero();
    }
}
