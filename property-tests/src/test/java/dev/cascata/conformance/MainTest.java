package dev.cascata.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cascata.conformance.cli.ExitCode;
import dev.cascata.conformance.discovery.BrokenKits;
import dev.cascata.conformance.peers.ReferenceKit;
import dev.cascata.conformance.report.Explain;
import dev.cascata.conformance.report.Golden;
import dev.cascata.conformance.report.JsonReport;
import dev.cascata.conformance.report.KnownFailingFiles;
import dev.cascata.conformance.report.MutantReport;
import dev.cascata.conformance.rules.Catalogue;
import dev.cascata.conformance.suite.KnownFailing;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
    private static final String REFERENCE = ReferenceKit.class.getName();
    private static final String THROWING = BrokenKits.Throwing.class.getName();
    private static final String TRUE_LINE = "CANCEL_2 | it is not | c1 = withCancel c0; cancel c1\n";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String in = "";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--sede 1          | Unknown flag --sede, perhaps --seed; --help lists them all.",
                "here              | Unknown flag here; --help lists them all.",
                "--programs many      | --programs",
                "--programs 0         | Give --programs and --limit a number from 1 on.",
                "--limit -1        | Give --programs and --limit a number from 1 on.",
                "--seed            | --seed",
                "--seed 1 --fresh  | Give either --seed or --fresh, not both.",
                "--seed 1 --seed 2 | --seed",
                "--rule CANCEL_999 | There is no rule CANCEL_999; --list-rules prints them all.",
                "--explain NO_1    | There is no rule NO_1; --list-rules prints them all.",
                "--kit no.such.Kit | There is no class no.such.Kit on the class path",
                "--kit java.lang.String | Class java.lang.String is no kit",
                "--kit dev.cascata.conformance.discovery.BrokenKits$Empty | has to be a public class, not abstract",
                "--kit dev.cascata.conformance.discovery.BrokenKits$WithArgument | public constructor without arguments",
                "--program /no/such/file | Cannot read the program /no/such/file: there is no such file or folder.",
                "--program /       | Cannot read the program /: ",
                "--mutants --check null-key | With --mutants no kit is judged",
                "--rule CANCEL_2 --without CANCEL_2 | Every rule that is asked for is switched off",
                "--without CANCEL_999 | There is no rule CANCEL_999; --list-rules prints them all."
            })
    void aWrongFlagIsToldInOneSentence(String flags, String sentence) {
        refused(64, sentence, flags.split(" ", -1));
    }

    @Test
    void anUnparsableProgramIsToldWithTheStepThatIsWrong() throws IOException {
        Path file = Files.writeString(folder.resolve("program"), "c1 = withCancel c0\ncancel c7\n");
        refused(64, "step 2 of the program", "--kit", REFERENCE, "--program", file.toString());

        in = "frob c1";
        refused(64, "Cannot read the program from standard input", "--kit", REFERENCE, "--program", "-");
    }

    @Test
    void aKitWhoseConstructorThrowsIsFaultyAndTheResultsSoFarAreKept() throws IOException {
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
    void aBrokenKitIsFaultyAndTheOperationIsNamed(String kit, String sentence) {
        PrintStream before = System.out;

        assertThat(run("--kit", BrokenKits.class.getName() + "$" + kit, "--programs", "200"))
                .isEqualTo(2);

        assertOneSentence(kit + " is faulty: ");
        assertOneSentence(sentence);
        assertThat(out()).contains("adapter fault").doesNotContain("ready").doesNotContain("deadline ");
        assertThat(System.out).isSameAs(before);
    }

    @Test
    void aWrongKnownFailingFileIsToldWithTheNumberOfItsLine() throws IOException {
        refused(64, "there is no such file", "--kit", REFERENCE, "--known-failing", folder + "/none");
        refusedKnown("# fine\nNO_1 | reason | c1 = background\n", "line 2: there is no rule \"NO_1\"");
        refusedKnown("CANCEL_2 | reason | cancel c5\n", "line 1: step 1 of the program");
        refusedKnown("CANCEL_2\n", "line 1: a line is written");
    }

    @Test
    void knownFailuresGivenWithAFlagAreThoseOfOneKit() {
        refused(64, "name it with --kit", "--known-failing", "x", "--kit", REFERENCE, "--kit", THROWING);
        refused(64, "name it with --kit", "--write-known-failing", "x", "--kit", REFERENCE, "--kit", THROWING);
    }

    @Test
    void aStaleKnownFailingLineFailsTheRun() throws IOException {
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
    void anUnwritableReportFolderIsToldBeforeAnythingIsJudged() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        refused(74, "Cannot write the report to", "--kit", REFERENCE, "--report", file.toString());
        refused(74, "Cannot write the report to", "--kit", REFERENCE, "--report", file + "/below");
        refused(74, "a folder", "--kit", REFERENCE, "--write-known-failing", folder.toString());
        refused(74, "does not exist", "--kit", REFERENCE, "--write-known-failing", folder + "/no/file");
    }

    @Test
    void aFolderThatTurnsOutUnwritableCostsTheFileOnly() throws IOException {
        Path report = folder.resolve("report");
        RunPlan setup = RunPlan.of(
                Flags.parse(
                        "--kit", REFERENCE, "--rule", "CANCEL_2", "--programs", "20", "--report", report.toString()),
                System.in);
        Files.delete(report);

        assertThat(new Session(setup, stream(out), stream(err)).run()).isEqualTo(ExitCode.CANNOT_WRITE);
        assertOneSentence("Cannot write the report to " + report);
        assertThat(out()).contains("1 of 1 MUST rules applicable: 1 pass");
    }

    @Test
    void anOutputThatCannotBeWrittenIsAFailureToo() {
        PrintStream closed = stream(out);
        closed.close();

        assertThat(Main.run(new String[] {"--list-rules"}, System.in, closed, stream(err)))
                .isEqualTo(74);
        assertOneSentence("Cannot write to standard output.");
    }

    @Test
    void whatIsBrokenCanBeWrittenDown() throws IOException {
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
    void aProgramIsReadFromStandardInput() {
        in = "c1 = withCancel c0\ncancel c1\n";

        assertThat(run("--kit", REFERENCE, "--rule", "CANCEL_2", "--program", "-"))
                .isZero();
        assertThat(out()).contains("; 1 program, seed 20261122");
    }

    @Test
    void aFreshSeedIsPrintedFirst() {
        assertThat(run("--kit", REFERENCE, "--rule", "CANCEL_2", "--programs", "20", "--fresh"))
                .isZero();
        assertThat(out()).matches("(?s)seed (\\d+), drawn afresh\\n.*, seed \\1\\n.*");
    }

    @Test
    void mutantsAreHuntedByTheRulesThatTheyDeclare() throws IOException {
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
    void aMutantWhoseRuleIsSwitchedOffLivesAndIsNamed() {
        assertThat(run("--mutants", "--rule", "DETACH_2", "--rule", "VALUE_6", "--without", "DETACH_2"))
                .isEqualTo(1);
        assertOneSentence(
                "Mutant DETACHED_LOSES_VALUES lives: nothing that was run breaks any of its rules, DETACH_2.");
        assertThat(out()).endsWith("2 mutants, 0 of them cunning: 1 killed\n");
    }

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
                                "  Look at  ")
                        .doesNotContain(" \n"));
    }

    @Test
    void anExplanationReadsAsPinned() throws IOException {
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
    void helpNamesEveryFlagAndVersionTheCatalogue() {
        assertThat(run("--help")).isZero();
        assertThat(out()).contains("--kit", "--known-failing", "--explain", "Exit codes");
        assertThat(run("--version")).isZero();
        assertThat(out()).contains("catalogue " + Catalogue.VERSION);
    }

    private void refusedKnown(String text, String sentence) throws IOException {
        Path file = Files.writeString(folder.resolve("known"), text);
        refused(64, sentence, "--kit", REFERENCE, "--known-failing", file.toString());
    }

    private void refused(int code, String sentence, String... args) {
        assertThat(run(args)).isEqualTo(code);
        assertOneSentence(sentence);
        assertThat(out()).isEmpty();
    }

    private void assertOneSentence(String part) {
        assertThat(err.toString(UTF_8))
                .contains(part)
                .endsWith("." + System.lineSeparator())
                .hasLineCount(1);
    }

    private int run(String... args) {
        out.reset();
        err.reset();
        return Main.run(args, new ByteArrayInputStream(in.getBytes(UTF_8)), stream(out), stream(err));
    }

    private String out() {
        return out.toString(UTF_8);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(folder.resolve(JsonReport.FILE).toFile());
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, UTF_8);
    }
}
