package dev.cascata.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cascata.conformance.kit.AdapterFault;
import dev.cascata.conformance.process.Adapter;
import dev.cascata.conformance.process.ProcessKit;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.vectors.FakeAdapter;
import dev.cascata.conformance.vectors.FakeAdapter.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The process of an adapter: how it introduces itself, what it starts, and how it ends. */
class AdapterProcessTest {
    private static final Program PROGRAM =
            Program.parse("c1 = withCancel c0; c2 = withCancel c1; cancel c1; cancel c2");
    private static final long LIMIT_MILLIS = 10_000;
    private static final int FIFTH = 5;

    /** Marks the processes of this test in their command lines. */
    private final long mark = ThreadLocalRandom.current().nextLong(1_000_000_000, Long.MAX_VALUE);

    @AfterEach
    void removeMark() throws IOException {
        Files.deleteIfExists(Path.of(System.getProperty("java.io.tmpdir"), "cascata-" + mark));
    }

    @ParameterizedTest
    @EnumSource(names = {"HAS_A_CHILD", "DIES_BEFORE_ITS_CHILD"})
    void allProcessesOfTheAdapterAreEnded(Way way) throws IOException {
        try (ProcessKit kit = start(way)) {
            kit.run(PROGRAM);
            kit.run(PROGRAM);
        }

        assertThat(marked()).isEmpty();
    }

    private List<ProcessHandle> marked() {
        return ProcessHandle.allProcesses()
                .filter(ProcessHandle::isAlive)
                .filter(p -> p.info().commandLine().orElse("").contains("" + mark))
                .toList();
    }

    @Test
    void exitCodeIsReportedEvenIfAChildKeepsTheOutputOpen() throws IOException {
        try (ProcessKit kit = start(Way.DIES_BEFORE_ITS_CHILD)) {
            kit.run(PROGRAM);

            assertThat(kit.faults())
                    .singleElement()
                    .asString()
                    .contains("ended with exit code 3; a process that it started keeps its standard output open");
        }
    }

    @Test
    void adapterThatIntroducesItselfDifferentlyAfterARestartIsFaulty() throws IOException {
        try (ProcessKit kit = start(Way.CHANGES)) {
            kit.run(PROGRAM);
            kit.run(PROGRAM);

            assertThat(kit.faults())
                    .hasSize(2)
                    .last()
                    .asString()
                    .contains("introduced itself in another way when it was started again");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UNKNOWN_CAPABILITY | declared an unknown capability, \"TELEPATHY\"",
                "UNPRINTABLE_NAME   | wrote a \"name\" that is not one line of at most 100 characters: \"fake?PASS\"",
            })
    void unusableIntroductionIsRejectedWithItsReason(Way way, String sentence) {
        assertThatThrownBy(() -> start(way)).isInstanceOf(AdapterFault.class).hasMessageContaining(sentence);
    }

    private ProcessKit start(Way way) throws IOException {
        List<String> command = FakeAdapter.command(way, FIFTH, mark);
        return new ProcessKit("--command fake", new Adapter(command, LIMIT_MILLIS), null);
    }
}
