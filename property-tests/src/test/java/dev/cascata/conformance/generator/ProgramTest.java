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
import org.junit.jupiter.params.provider.ValueSource;

class ProgramTest {

    @Provide
    Arbitrary<Program> programs() {
        return Programs.all(new ReferenceKit().capabilities());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void printedProgramParsesToItself(@ForAll("programs") Program program) {
        assertThat(Program.parse(program.toString())).isEqualTo(program);
        assertThat(Program.parse(program.oneLine())).isEqualTo(program);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", ";"})
    void programIsReadFromAFileOfAnySystem(String end) {
        String text = "\uFEFFc1 = withCancel c0" + end + "cancel c1" + end;

        assertThat(Program.parse(text)).isEqualTo(Program.parse("c1 = withCancel c0; cancel c1"));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void programWithoutOneStepIsValid(@ForAll("programs") Program program, @ForAll @IntRange(max = 27) int step) {
        Program shorter = program.without(step % Math.max(1, program.size()));

        assertThat(shorter.size()).isLessThanOrEqualTo(program.size());
        assertThat(Program.parse(shorter.toString())).isEqualTo(shorter);
        Model model = new Model();
        shorter.steps().forEach(model::apply);
    }

    @Test
    void deepenedProgramRefersToTheEndsOfItsChains() {
        Program program = Program.parse(
                "c1..c1000 = chain 1000 c0; c1001 = withCancel c1000; cancel c1; f0 = afterFunc c1001; c1002 = fan 1 c999");

        assertThat(program.deepened(1000, 5000))
                .isEqualTo(Program.parse("c1..c5000 = chain 5000 c0; c5001 = withCancel c5000; cancel c1;"
                        + "f0 = afterFunc c5001; c5002 = fan 1 c999"));
    }

    @Test
    void thinnedProgramRefersToTheRemainingContexts() {
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
                "c1 = withCancel c1 | name a context from c0 instead of \"c1\"",
                "c2 = withCancel c0 | call what this step makes c1",
                "c1 = withCancel | add what is missing at the end of the line",
                "c1 = withCancel c0 now | leave out \"now\"",
                "c1 = withPatience c0 | write a step that makes a context, such as withCancel, instead of \"withPatience\"",
                "explode c0 | begin with cancel, stop or advance, or name what the step makes",
                "c1 = merge c0 | name at least two contexts",
                "c1 = merge c0 c2 | name a context from c0 instead of \"c2\"",
                "advance -1 | advance by 0 or more ticks",
                "c1 = withTimeout c0 soon | write a whole number of ticks, huge or -huge instead of \"soon\"",
                "c1 = withValue c0 k3 v0 | name a key from k0 to k2 instead of \"k3\"",
                "c1 = foreign c0 paper | name the shape of the foreign context: sharing, own or hook",
                "c1 = fan 0 c0 | make from 1 to 2000000 contexts at once",
                "cancel c0 because a | write a cause as \"cause a\"",
                "stop f0 | name a callback made by an earlier step instead of \"f0\"",
                "f0 = afterFunc c0 like f0 | write a second registration as",
            })
    void invalidProgramIsRejectedInOneSentenceThatSaysWhatToDo(String text, String reason) {
        assertThatThrownBy(() -> Program.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("step 1 of the program, \"" + text.strip() + "\": ")
                .hasMessageContaining(reason)
                .hasMessageNotContaining("\n");
    }
}
