package dev.cascata.conformance.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cascata.conformance.model.Model;
import dev.cascata.conformance.peers.ReferenceKit;
import dev.cascata.conformance.program.Program;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramTest {

    @Provide
    Arbitrary<Program> programs() {
        return Programs.all(new ReferenceKit().capabilities());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatIsPrintedParses(@ForAll("programs") Program program) {
        assertThat(Program.parse(program.toString())).isEqualTo(program);
        assertThat(Program.parse(program.oneLine())).isEqualTo(program);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aProgramWithoutAStepIsAProgram(@ForAll("programs") Program program, @ForAll @IntRange(max = 27) int step) {
        Program shorter = program.without(step % Math.max(1, program.size()));

        assertThat(shorter.size()).isLessThanOrEqualTo(program.size());
        assertThat(Program.parse(shorter.toString())).isEqualTo(shorter);
        Model model = new Model();
        shorter.steps().forEach(model::apply);
    }

    @Test
    void aDeepenedProgramRefersToTheEndsOfItsChains() {
        Program program = Program.parse(
                "c1..c1000 = chain 1000 c0; c1001 = withCancel c1000; cancel c1; f0 = afterFunc c1001; c1002 = fan 1 c999");

        assertThat(program.deepened(1000, 5000))
                .isEqualTo(Program.parse("c1..c5000 = chain 5000 c0; c5001 = withCancel c5000; cancel c1;"
                        + "f0 = afterFunc c5001; c5002 = fan 1 c999"));
    }

    @Test
    void aThinnedProgramRefersToTheContextsThatAreLeft() {
        Program program = Program.parse("c1..c9 = fan 9 c0; c10 = merge c2 c9; cancel c1; cancel c5; cancel c9");

        assertThat(program.thinned(0, 2))
                .isEqualTo(Program.parse("c1..c2 = fan 2 c0; c3 = merge c2 c2; cancel c1; cancel c2; cancel c2"));
        assertThat(program.thinned(0, 1))
                .isEqualTo(Program.parse("c1 = withCancel c0; c2 = merge c1 c1; cancel c1; cancel c1; cancel c1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "c1 = withCancel c1 | \"c1\" is not there",
                "c2 = withCancel c0 | the next one made is c1",
                "c1 = withCancel | something is missing at the end",
                "c1 = withCancel c0 now | \"now\" is too much",
                "c1 = withPatience c0 | \"withPatience\" makes no context",
                "explode c0 | \"explode\" is no step",
                "c1 = merge c0 | a context is merged from several",
                "c1 = merge c0 c2 | \"c2\" is not there",
                "advance -1 | time moves on by a number of ticks from 0 on",
                "c1 = withTimeout c0 soon | \"soon\" is no number of ticks",
                "c1 = foreign c0 paper | a foreign context is sharing, own or hook",
                "c1 = fan 0 c0 | from 1 to 2000000 contexts can be made at once",
                "cancel c0 because a | a cause is written",
                "stop f0 | \"f0\" is not there",
                "f0 = afterFunc c0 like f0 | a second registration is written",
            })
    void whatIsNoProgramIsRefusedInOneSentence(String text, String reason) {
        assertThatThrownBy(() -> Program.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("step 1 of the program, \"" + text.strip() + "\": ")
                .hasMessageContaining(reason)
                .hasMessageNotContaining("\n");
    }
}
