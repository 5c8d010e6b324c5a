package dev.cascata.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FailureTextTest {

    @Test
    void aLeakIsToldWithTheStepThatLeftIt() throws IOException {
        Golden.check("failure-leak.txt", FailureText.render(Samples.LEAK, Samples.REPLAY));
    }

    @Test
    void whatIsLeftAtTheEndIsToldAsSuch() throws IOException {
        Golden.check("failure-at-the-end.txt", FailureText.render(Samples.LATE, Samples.REPLAY));
    }

    @Test
    void aThrowIsToldWithTheBeginningOfItsTrace() throws IOException {
        Golden.check("failure-throw.txt", FailureText.render(Samples.THROW, Samples.REPLAY));
    }

    @Test
    void aFailureOfTheRulesOwnCheckIsToldByItsScenario() throws IOException {
        Golden.check("failure-directed.txt", FailureText.render(Samples.LOCKED, Samples.REPLAY));
    }

    @Test
    void theReplayedProgramIsTheOnePrinted() {
        String text = FailureText.render(Samples.THROW, Samples.REPLAY);
        String pasted = text.substring(text.indexOf("<<'END'\n") + "<<'END'\n".length(), text.lastIndexOf("END"));

        assertThat(Program.parse(pasted)).isEqualTo(Samples.THROW.program());
    }
}
