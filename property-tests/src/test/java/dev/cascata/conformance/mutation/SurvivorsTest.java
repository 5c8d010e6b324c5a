package dev.cascata.conformance.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks that exactly the survivors have to be excused. */
class SurvivorsTest {
    private static final String REPORT = "<mutations>"
            + mutation("KILLED", "LinkList", "size", "MathMutator", 7)
            + mutation("KILLED", "LinkList", "size", "MathMutator", 8)
            + mutation("TIMED_OUT", "LinkList", "size", "MathMutator", 9)
            + mutation("SURVIVED", "LinkList", "lambda$take$3", "MathMutator", 20)
            + mutation("NO_COVERAGE", "Stripes$Stripe", "&lt;init&gt;", "returns.NullReturnValsMutator", 30)
            + "</mutations>";
    private static final String LIST =
            "# Reasons.\n\nLinkList take Math: the result is the same.\nStripes.Stripe <init> NullReturnVals: the result is unused.\n";

    private static String mutation(String status, String type, String method, String mutator, int line) {
        return "<mutation status='" + status + "'><mutatedClass>a.b." + type + "</mutatedClass><mutatedMethod>" + method
                + "</mutatedMethod><lineNumber>" + line + "</lineNumber><mutator>c.d." + mutator
                + "</mutator><description>changed</description></mutation>";
    }

    @Test
    void listOfExactlyTheSurvivorsHasNoFault() throws IOException {
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
                "LinkList take Math: the result is the same. | Survives, and is not excused: Stripes.Stripe <init> NullReturnVals, line 30: changed",
                "LinkList take Math x2: the result is the same. | Excused, though killed or no longer there: LinkList take Math",
                "LinkList size Math x2: the result is the same. | Excused, though killed or no longer there: LinkList size Math",
                "LinkList take Math | This line does not have the form \"Class method Mutator x2: reason\": LinkList take Math",
            })
    void wrongLineIsReportedInOneSentence(String line, String fault) throws IOException {
        assertThat(of(line, 50).faults()).contains(fault);
    }

    @Test
    void tooFewKilledChangesAreAFaultEvenIfAllSurvivorsAreExcused() throws IOException {
        assertThat(of(LIST, 51).faults())
                .isEqualTo(List.of("50.0 % of the changes are noticed, and 51 % are required."));
    }

    private static Survivors of(String list, int least) throws IOException {
        return new Survivors(REPORT.getBytes(StandardCharsets.UTF_8), list, least);
    }
}
