package dev.cascata.conformance.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of excused survivors: what it needs, and what it must not contain. */
class SurvivorsTest {
    private static final String REPORT = "<mutations>"
            + mutation("KILLED", "Walk", "mark", "MathMutator", 7)
            + mutation("KILLED", "Walk", "mark", "MathMutator", 8)
            + mutation("TIMED_OUT", "Walk", "mark", "MathMutator", 9)
            + mutation("SURVIVED", "Walk", "lambda$end$3", "MathMutator", 20)
            + mutation("NO_COVERAGE", "Call$Inner", "&lt;init&gt;", "returns.NullReturnValsMutator", 30)
            + "</mutations>";
    private static final String LIST =
            "# Why.\n\nWalk end Math: it is so.\nCall.Inner <init> NullReturnVals: of old.\n";

    private static String mutation(String status, String type, String method, String mutator, int line) {
        return "<mutation status='" + status + "'><mutatedClass>a.b." + type + "</mutatedClass><mutatedMethod>" + method
                + "</mutatedMethod><lineNumber>" + line + "</lineNumber><mutator>c.d." + mutator
                + "</mutator><description>changed</description></mutation>";
    }

    @Test
    void hasNoFaultIfExactlyTheSurvivorsAreExcused() throws IOException {
        Survivors survivors = of(LIST, 50);

        assertThat(survivors.faults()).isEmpty();
        assertThat(survivors)
                .hasToString(
                        "5 changes: 2 killed (50.0 %), 1 ran out of time, 2 survive, 1 of them in code that no test runs");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Walk end Math: it is so. | Survives, and is not excused: Call.Inner <init> NullReturnVals, line 30: changed",
                "Walk end Math x2: it is so. | Excused, though killed or no longer there: Walk end Math",
                "Walk mark Math x2: it was so. | Excused, though killed or no longer there: Walk mark Math",
                "Walk end Math | This line does not have the form \"Class method Mutator x2: reason\": Walk end Math",
            })
    void faultIsOneSentence(String line, String fault) throws IOException {
        assertThat(of(line, 50).faults()).contains(fault);
    }

    @Test
    void tooFewKilledChangesAreAFaultAlthoughAllAreExcused() throws IOException {
        assertThat(of(LIST, 51).faults())
                .isEqualTo(List.of("50.0 % of the changes are noticed, and 51 % are required."));
    }

    private static Survivors of(String list, int least) throws IOException {
        return new Survivors(REPORT.getBytes(StandardCharsets.UTF_8), list, least);
    }
}
