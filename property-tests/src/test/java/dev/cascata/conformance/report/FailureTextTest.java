package dev.cascata.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.program.Program;
import org.junit.jupiter.api.Test;

class FailureTextTest {

    @Test
    void aLeakIsToldWithTheStepThatLeftIt() {
        Golden.check("failure-leak.txt", FailureText.render(Samples.LEAK, Samples.REPLAY));
    }

    @Test
    void whatIsLeftAtTheEndIsToldAsSuch() {
        Golden.check("failure-at-the-end.txt", FailureText.render(Samples.LATE, Samples.REPLAY));
    }

    @Test
    void aThrowIsToldWithTheBeginningOfItsTrace() {
        Golden.check("failure-throw.txt", FailureText.render(Samples.THROW, Samples.REPLAY));
    }

    @Test
    void aFailureOfTheRulesOwnCheckIsToldByItsScenario() {
        Golden.check("failure-directed.txt", FailureText.render(Samples.LOCKED, Samples.REPLAY));
    }

    @Test
    void theReplayedProgramIsTheOnePrinted() {
        String text = FailureText.render(Samples.THROW, Samples.REPLAY);
        String pasted = text.substring(text.indexOf("<<'END'\n") + "<<'END'\n".length(), text.lastIndexOf("END"));

        assertThat(Program.parse(pasted)).isEqualTo(Samples.THROW.program());
    }
}
