package dev.cascata.perf.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.cli.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--quick --full | --quick cannot be combined with --full.",
                "--only ( | --only takes a regular expression, not \"(\"; in this one: Unclosed group.",
                "--only nothing-like-it | No case matches; --list --full prints all cases.",
                "--fast | Unknown flag --fast; --help lists all flags.",
                "--subject missing | There is no subject \"missing\"; give one of floor, reference, plain, grpc, kotlinjob, completablefuture, compositedisposable, or the class name of a kit.",
                "--jdk /nowhere | There is no JDK in /nowhere; give --jdk the folder that contains bin/java.",
                "--baseline /nowhere | The baseline /nowhere cannot be read; give --baseline the results.json of a report."
            })
    void wrongFlagIsRejectedInOneSentence(String flags, String sentence) {
        assertThat(run(flags.split(" ", -1))).isEqualTo(ExitCode.USAGE.number());
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo(sentence + System.lineSeparator());
    }

    @Test
    void unwritableFolderIsRejectedBeforeMeasuring(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        assertThat(run("--out", file.toString())).isEqualTo(ExitCode.CANNOT_WRITE.number());
        assertThat(err.toString(StandardCharsets.UTF_8)).hasLineCount(1).contains("cannot be written");
    }

    @Test
    void listPrintsTheCasesOfAQuickRun() {
        assertThat(listed())
                .contains("Propagation.cancel shape=star size=1000000 subject=go")
                .contains("Timers.timeoutAndCancel standing=40 subject=executor")
                .noneMatch(line -> line.contains("comb") || line.contains("subject=plain") || line.startsWith("GoSet"));
    }

    @Test
    void onlyChoosesFromAllCases() {
        assertThat(listed("--only", "shape=comb size=10 subject=plain"))
                .containsExactly(
                        "Propagation.buildAndCancel shape=comb size=10 subject=plain",
                        "Propagation.cancel shape=comb size=10 subject=plain");
    }

    @Test
    void everyBenchmarkHasASection() {
        List<Result> all = Plan.all(Benchmark.all(), List.of("reference"), List.of("25")).stream()
                .map(step -> Result.problem(step.what(), "not run"))
                .toList();
        long shown = Arrays.stream(Section.values())
                .mapToLong(section -> section.of(all).size())
                .sum();
        assertThat(shown).isEqualTo(all.size());
    }

    @Test
    void everyTargetHasARow() {
        List<String> rows = Plan.all(Benchmark.all(), List.of("reference"), List.of("25")).stream()
                .map(step -> step.what().row())
                .toList();
        assertThat(Target.ALL).extracting(Target::row).isSubsetOf(rows);
    }

    private List<String> listed(String... flags) {
        String[] all = Stream.concat(Stream.of("--list"), Arrays.stream(flags)).toArray(String[]::new);
        assertThat(run(all)).isZero();
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private int run(String... flags) {
        return ReportCommand.run(flags, stream(out), stream(err));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
