package dev.cascata.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cascata.conformance.cli.ExitCode;
import dev.cascata.conformance.discovery.BrokenKits;
import dev.cascata.conformance.json.ConformanceReport;
import dev.cascata.conformance.kit.Options;
import dev.cascata.conformance.known.KnownFailing;
import dev.cascata.conformance.known.KnownFailingFiles;
import dev.cascata.conformance.report.MutantReport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest extends CommandLineRuns {
    private static final String TRUE_LINE = "CANCEL_2 | it is not | c1 = withCancel c0; cancel c1\n";

    @Test
    void kitWithThrowingConstructorIsFaultyAndOtherResultsAreKept() throws IOException {
        int code = run(
                "--kit",
                REFERENCE,
                "--kit",
                THROWING,
                "--rule",
                "CANCEL_2",
                "--programs",
                "20",
                "--report",
                folder.toString());

        assertThat(code).isEqualTo(2);
        assertOneSentence(THROWING + " is faulty: its constructor throws java.lang.IllegalStateException: no licence");
        assertThat(out()).contains("1 of 1 MUST rules applicable: 1 pass").contains("adapter fault");
        assertThat(json().at("/kits/0/rules/0/verdict").asText()).isEqualTo("PASS");
        assertThat(json().at("/kits/1/fault").asText()).contains("no licence");
    }

    @Test
    void kitAfterACrashIsJudgedAndTheReportIsWritten() throws IOException {
        String crashing = BrokenKits.ThrowingWhenMeasured.class.getName();

        int code = run(
                "--kit",
                crashing,
                "--kit",
                REFERENCE,
                "--programs",
                "50",
                "--rule",
                "CANCEL_2",
                "--report",
                "" + folder);

        assertThat(code).isEqualTo(70);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("The suite itself failed with java.lang.IllegalStateException: too deep.");
        assertThat(json().at("/kits/0/fault").asText()).contains("the suite itself failed");
        assertThat(json().at("/kits/1/rules/0/verdict").asText()).isEqualTo("PASS");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TalkingConstructor | its constructor wrote to standard output, which belongs to the report",
                "Talking            | withDeadline wrote to standard output, which belongs to the report",
                "NeverDone          | it fails the smoke program \"c1 = withCancel c0; cancel c1\": done of c1 is live",
                "ThrowingAtOnce     | withCancel: threw java.lang.IllegalStateException: not today",
                "WithoutRoot        | background returned null; it must return an object",
                "WithoutHandle      | returned null; it must return an object",
                "WithoutDetach      | withoutCancel is not supported, but the kit declares the capability"
            })
    void brokenKitIsFaultyAndTheOperationIsNamed(String kit, String sentence) {
        PrintStream before = System.out;

        assertThat(run("--kit", BrokenKits.class.getName() + "$" + kit, "--programs", "200"))
                .isEqualTo(2);

        assertOneSentence(kit + " is faulty: ");
        assertOneSentence(sentence);
        assertThat(out()).contains("adapter fault").doesNotContain("ready").doesNotContain("deadline ");
        assertThat(System.out).isSameAs(before);
    }

    @Test
    void staleKnownFailingLineFailsTheRun() throws IOException {
        Path file = Files.writeString(folder.resolve("known"), TRUE_LINE);

        assertThat(run(
                        "--kit",
                        REFERENCE,
                        "--rule",
                        "CANCEL_2",
                        "--programs",
                        "20",
                        "--known-failing",
                        file.toString()))
                .isEqualTo(1);
        assertOneSentence("CANCEL_2");
        assertThat(out()).contains("1 stale known-failing");
    }

    @Test
    void runInAFolderThatBecomesUnwritableOnlyLosesTheFile() throws IOException {
        Path report = folder.resolve("report");
        Flags flags = Flags.parse(
                "--kit", REFERENCE, "--rule", "CANCEL_2", "--programs", "20", "--report", report.toString());
        RunPlan plan = RunPlan.of(Request.of(flags, Options.defaults(), System.in), flags);
        Files.delete(report);

        assertThat(new Session(plan, stream(out), stream(err)).run()).isEqualTo(ExitCode.CANNOT_WRITE);
        assertOneSentence("Cannot write the report to " + report);
        assertThat(out()).contains("1 of 1 MUST rules applicable: 1 pass");
    }

    @Test
    void brokenRulesAreWrittenToAFile() throws IOException {
        Path file = folder.resolve("known");

        assertThat(run(
                        "--kit",
                        REFERENCE,
                        "--rule",
                        "CANCEL_2",
                        "--programs",
                        "20",
                        "--write-known-failing",
                        file.toString()))
                .isZero();
        assertThat(KnownFailingFiles.read(file)).isEqualTo(KnownFailing.none());
    }

    @Test
    void programIsReadFromStandardInput() {
        in = "c1 = withCancel c0\ncancel c1\n";

        assertThat(run("--kit", REFERENCE, "--rule", "CANCEL_2", "--program", "-"))
                .isZero();
        assertThat(out()).contains("; 1 program, seed 20261122");
    }

    @Test
    void freshSeedIsPrintedFirst() {
        assertThat(run("--kit", REFERENCE, "--rule", "CANCEL_2", "--programs", "20", "--fresh"))
                .isZero();
        assertThat(out()).matches("(?s)seed (\\d+), drawn afresh\\n.*, seed \\1\\n.*");
    }

    @Test
    void mutantsAreSearchedForWithTheRulesThatTheyName() throws IOException {
        assertThat(run("--mutants", "--rule", "DETACH_2", "--rule", "DETACH_4", "--report", folder.toString()))
                .isZero();
        assertThat(out())
                .containsPattern("  DETACHED_LOSES_VALUES +DETACH +DETACH_2 +\\d+  2\n")
                .containsPattern("\\* CAUSE_BEYOND_DETACHED_LAYER +DETACH +DETACH_4 +\\d+  5\n")
                .endsWith("3 mutants, 1 of them cunning: all killed\n");
        JsonNode mutant = new ObjectMapper()
                .readTree(folder.resolve(MutantReport.FILE).toFile())
                .at("/mutants/0");
        assertThat(mutant.at("/mutant").asText()).isEqualTo("DETACHED_LOSES_VALUES");
        assertThat(mutant.at("/killedBy").asText()).isEqualTo("DETACH_2");
        assertThat(mutant.at("/program")).hasSize(2);
    }

    @Test
    void mutantWhoseRuleIsSwitchedOffSurvivesAndIsNamed() {
        assertThat(run("--mutants", "--rule", "DETACH_2", "--rule", "VALUE_6", "--without", "DETACH_2"))
                .isEqualTo(1);
        assertOneSentence(
                "Mutant DETACHED_LOSES_VALUES survives: no program or check broke any of its rules, DETACH_2.");
        assertThat(out()).endsWith("2 mutants, 0 of them cunning: 1 killed\n");
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper()
                .readTree(folder.resolve(ConformanceReport.FILE).toFile());
    }
}
