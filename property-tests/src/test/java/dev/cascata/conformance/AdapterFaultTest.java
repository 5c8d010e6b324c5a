package dev.cascata.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.known.KnownFailing;
import dev.cascata.conformance.process.Adapter;
import dev.cascata.conformance.process.ProcessKit;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.rules.Verdict;
import dev.cascata.conformance.search.Progress;
import dev.cascata.conformance.search.Trials;
import dev.cascata.conformance.suite.KitReport;
import dev.cascata.conformance.suite.Suite;
import dev.cascata.conformance.vectors.FakeAdapter;
import dev.cascata.conformance.vectors.FakeAdapter.Way;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An adapter in a process of its own is judged as its library is, and every breach of the protocol is its fault. */
class AdapterFaultTest {
    private static final Program PROGRAM =
            Program.parse("c1 = withCancel c0; c2 = withTimeout c1 5; f0 = afterFunc c2; cancel c1; advance 9");
    private static final long LIMIT_MILLIS = 10_000;
    private static final int PROGRAMS = 150;

    @Test
    void referencePassesThroughAnAdapter() throws IOException {
        KitReport report = judge(Way.NOT, 0, 0, LIMIT_MILLIS);

        assertThat(report.fault()).isNull();
        assertThat(report.count(Verdict.FAIL)).isZero();
        assertThat(report.count(Verdict.PASS)).isGreaterThan(60);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DIES | ended with exit code 3",
                "PARTIAL_LINE | ended in the middle of a line",
                "STACK_TRACE | wrote a line that is not a message: \"java.lang.IllegalStateException: out of luck\"",
                "WRONG_ID | replied to line 6 instead of line 5",
                "NOT_UTF8 | wrote a line that is not UTF-8",
                "FLOOD | replied to line 5 instead of line 6",
                "LONG_LINE | wrote a line of more than 16777216 bytes",
                "UNKNOWN_NAME | used a field that the protocol does not have, \"ended\"",
                "MISSING_CONTEXT | described 0 contexts instead of 3 in \"contexts\"",
                "MISSING_ANSWER | left out \"answer\"",
            })
    void breachIsReportedWithItsStepAndLaterProgramsRun(Way way, String breach) throws IOException {
        try (ProcessKit kit = start(way, 5, 5, LIMIT_MILLIS)) {
            assertThat(kit.run(PROGRAM)).isNull();

            String step = way == Way.FLOOD ? "line 6, step \"advance\"" : "line 5, step \"cancel\"";
            assertThat(kit.faults()).singleElement().asString().contains(breach, step, PROGRAM.oneLine());
            assertThat(Objects.requireNonNull(kit.run(PROGRAM)).answers()).hasSize(7);
        }
        assertThat(children()).isEmpty();
    }

    @Test
    void missingReplyIsABreachAfterTheLimit() throws IOException {
        try (ProcessKit kit = start(Way.SILENT, 3, 3, 2000)) {
            assertThat(kit.run(PROGRAM)).isNull();

            assertThat(kit.faults())
                    .singleElement()
                    .asString()
                    .contains("replied to line 4 instead of line 3", "line 3, step \"withTimeout\"");
        }
        try (ProcessKit kit = start(Way.SILENT, 3, 99, 2000)) {
            assertThat(kit.run(PROGRAM)).isNull();

            assertThat(kit.faults())
                    .singleElement()
                    .asString()
                    .contains("sent nothing for 2000 ms", "line 3, step \"withTimeout\"");
        }
    }

    @Test
    void oneBreachKeepsTheVerdictsOfOtherPrograms() throws IOException {
        KitReport report = judge(Way.DIES, 700, 700, LIMIT_MILLIS);

        assertThat(report.fault()).contains("ended with exit code 3", "line 700");
        assertThat(report.count(Verdict.PASS)).isGreaterThan(60);
        assertThat(children()).isEmpty();
    }

    @Test
    void adapterWithRepeatedBreachesIsNotJudgedFurther() throws IOException {
        KitReport report = judge(Way.DIES, 700, Long.MAX_VALUE, LIMIT_MILLIS);

        assertThat(report.fault()).contains("the adapter broke the protocol in 4 programs");
        assertThat(report.count(Verdict.PASS)).isZero();
        assertThat(children()).isEmpty();
    }

    @Test
    void faultyAdapterIsReportedAndExitCodeIsTwo() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String command = String.join(" ", FakeAdapter.command(Way.STACK_TRACE, 9, 9));

        assertThat(run(err, "--command", command, "--programs", "20")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(" is faulty: the adapter wrote a line that is not a message", "; in flight: line 9, step ");
    }

    @Test
    void commandThatCannotBeStartedIsWrongUsage() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        assertThat(run(err, "--command", "/nowhere/adapter 'one word'")).isEqualTo(64);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("--command takes a program that can be started, not \"/nowhere/adapter\".\n");
    }

    @Test
    void nonAdapterIsRejectedInOneSentence() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        assertThat(run(err, "--command", "echo 'good morning'")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("wrote a line that is not a message: \"good morning\"; in flight: line 0, step \"hello\"");
    }

    private static int run(ByteArrayOutputStream err, String... args) {
        PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
        return Main.run(args, new ByteArrayInputStream(new byte[0]), out, errors);
    }

    private static KitReport judge(Way way, long from, long to, long limit) throws IOException {
        try (ProcessKit kit = start(way, from, to, limit)) {
            return new Suite(Trials.options(PROGRAMS), KnownFailing.none(), Progress.NONE).judge(kit);
        }
    }

    private static ProcessKit start(Way way, long from, long to, long limit) throws IOException {
        return new ProcessKit("--command fake", new Adapter(FakeAdapter.command(way, from, to), limit), null);
    }

    private static List<Long> children() {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::pid)
                .toList();
    }
}
