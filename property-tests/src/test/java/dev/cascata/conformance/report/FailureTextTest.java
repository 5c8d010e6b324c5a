package dev.cascata.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.checks.Check;
import dev.cascata.conformance.checks.Checks;
import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.kit.Options;
import dev.cascata.conformance.known.KnownFailing;
import dev.cascata.conformance.mutants.Misbehaving;
import dev.cascata.conformance.mutants.Mutants;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.rules.DeadlineRule;
import dev.cascata.conformance.search.Progress;
import dev.cascata.conformance.suite.KitReport;
import dev.cascata.conformance.suite.RuleResult;
import dev.cascata.conformance.suite.Suite;
import dev.cascata.conformance.trial.Failure;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureTextTest {

    @ParameterizedTest
    @CsvSource({
        "NULL_KEY_BOUND, null-key, found-by-null-key.txt",
        "CANCEL_INSIDE_CALLBACK_LOST, inside-callback-cancel-parent, found-inside-callback.txt",
    })
    void failedCheckIsShownWithItsScenario(String mutant, String name, String golden) {
        Check check = Checks.find(name).orElseThrow();

        Failure failure = failure(suite().judge(Mutants.named(mutant).kit(), check));

        Golden.check(golden, FailureText.render(failure, Samples.REPLAY));
    }

    @Test
    void longTraceIsCut() {
        ContextKit<?> kit = Misbehaving.OVERFLOWS_WHEN_DEEP.kit();
        Program deep = Program.parse("quiet; c1..c100000 = chain 100000 c0; cancel c1");

        String text = FailureText.render(failure(suite().judge(kit, deep)), Samples.REPLAY);

        assertThat(text).containsPattern("\n {18}\\.\\.\\. and \\d+ more lines; a written report has all of them\n");
        assertThat(text.lines().filter(line -> line.contains("\tat "))).hasSize(19);
    }

    @Test
    void replayedProgramIsThePrintedOne() {
        Failure failure = Samples.failure(DeadlineRule.DEADLINE_10);

        String text = FailureText.render(failure, Samples.REPLAY);

        String pasted = text.substring(text.indexOf("<<'END'\n") + "<<'END'\n".length(), text.lastIndexOf("END"));
        assertThat(Program.parse(pasted)).isEqualTo(failure.program());
    }

    private static Suite suite() {
        return new Suite(
                new Options(Options.DEFAULT_SEED, 1, List.of(), false, Options.DEFAULT_LIMIT_MILLIS),
                KnownFailing.none(),
                Progress.NONE);
    }

    private static Failure failure(KitReport report) {
        return report.results().stream()
                .map(RuleResult::failure)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }
}
