package dev.cascata.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A mistake in the command line or in the kit is reported in one sentence, with its own exit code. */
class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(64, "Unknown flag --wrong; --help lists all flags.", List.of("--wrong")),
                Arguments.of(64, "-time takes a whole number from 1 on, not \"abc\".", List.of("-time", "abc")),
                Arguments.of(64, "-m takes one of sanity, ", List.of("-m", "fast")),
                Arguments.of(64, "-time takes a whole number from 1 on, not \"0\".", List.of("-time", "0")),
                Arguments.of(64, "No race name contains a match of Nothing", List.of("-t", "Nothing")),
                Arguments.of(64, "a regular expression, not \"(\"", List.of("-t", "(")),
                Arguments.of(64, "There is no kit no.Kit", List.of("--kit", "no.Kit")),
                Arguments.of(64, "There is no kit java.lang.String", List.of("--kit", "java.lang.String")),
                Arguments.of(64, "--mutants cannot be combined with --kit", List.of("--kit", "some.Kit", "--mutants")),
                Arguments.of(2, "its constructor throws", List.of("--kit", BrokenKit.class.getName())));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesInOneSentence(int code, String words, List<String> flags) {
        assertThat(run(flags)).isEqualTo(code);
        assertThat(text(err)).contains(words).endsWith(".\n").hasLineCount(1);
        assertThat(text(out)).isEmpty();
    }

    @Test
    void listsEveryRaceWithItsRules() {
        assertThat(run(List.of("--list"))).isZero();
        assertThat(text(out).lines())
                .hasSameSizeAs(Race.all())
                .anyMatch(line -> line.startsWith("CancelCancel  CANCEL_7, CANCEL_16"));
    }

    private int run(List<String> flags) {
        return Main.run(flags.toArray(String[]::new), stream(out), stream(err));
    }

    private static PrintStream stream(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream from) {
        return from.toString(StandardCharsets.UTF_8);
    }
}
