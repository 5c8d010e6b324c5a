package dev.cascata.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.report.Explain;
import dev.cascata.conformance.report.Golden;
import dev.cascata.conformance.rules.Catalogue;
import java.io.IOException;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class PrintingTest extends CommandLineRuns {
    @Test
    void everyRuleIsListedOnALine() {
        assertThat(run("--list-rules")).isZero();
        assertThat(out().lines()).hasSameSizeAs(Catalogue.all()).hasSizeGreaterThanOrEqualTo(110);
    }

    @Test
    void everyRuleCanBeExplained() {
        assertThat(Catalogue.all())
                .allSatisfy(rule -> assertThat(Explain.rule(rule))
                        .startsWith(rule.id() + " (" + rule.strength() + "): ")
                        .contains(
                                "  Why  ",
                                "  Go  ",
                                "  Needs  ",
                                "  Checked by ",
                                "  From  ",
                                "  Example  ",
                                "  Where to look  ")
                        .doesNotContain(" \n"));
    }

    @Test
    void explanationReadsAsPinned() throws IOException {
        assertThat(run("--explain", "callback_5")).isZero();
        Golden.check("explain.txt", out());
    }

    @Test
    void kitsAreListedByClass() {
        assertThat(run("--list-kits", "--kit", REFERENCE)).isZero();
        assertThat(out()).isEqualTo(REFERENCE + "  reference\n");
        assertThat(run("--list-kits", "--kit", THROWING)).isEqualTo(2);
    }

    @Test
    void helpNamesEveryFlagAndVersionNamesTheCatalogue() {
        assertThat(run("--help")).isZero();
        assertThat(out()).contains("--kit", "--known-failing", "--explain", "Exit codes");
        assertThat(run("--version")).isZero();
        assertThat(out()).contains("catalogue " + Catalogue.VERSION);
    }

    @Test
    void outputThatCannotBeWrittenIsAnError() {
        PrintStream closed = stream(out);
        closed.close();

        assertThat(Main.run(new String[] {"--list-rules"}, System.in, closed, stream(err)))
                .isEqualTo(74);
        assertOneSentence("Cannot write to standard output.");
    }
}
