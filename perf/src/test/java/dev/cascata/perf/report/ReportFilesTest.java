package dev.cascata.perf.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cascata.conformance.cli.ExitCode;
import dev.cascata.conformance.cli.UsageError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {
    @TempDir
    Path folder;

    @Test
    void writtenReportIsReadAsBaseline() {
        Report report = Samples.report();
        new ReportFiles(folder).write(report, null);
        Baseline same = Baseline.read(folder.resolve(ReportFiles.JSON));
        assertThat(same.changes(report.results()))
                .hasSize(11)
                .allSatisfy(change -> assertThat(change.ratio()).isEqualTo(1))
                .allSatisfy(change -> assertThat(change.verdict()).isEqualTo("not clear"));
    }

    @Test
    void csvHasALineForEachResult() {
        String csv = Csv.of(Samples.report());
        assertThat(csv.lines()).hasSize(Samples.report().results().size() + 1);
        assertThat(csv)
                .startsWith("benchmark,setting,subject,jdk,unit,median,low,high,values,p50,p90,p99,p999,p100,"
                        + "allocated,problem\n")
                .contains(
                        "Propagation.buildAndCancel,shape=chain size=1000,floor,25.0.1,ns,5.000,4.000,7.000,3,,,,,,,\n")
                .contains(
                        "Propagation.buildAndCancel,shape=chain size=1000000,grpc,25.0.1,ns,,,,0,,,,,,,stack overflow\n")
                .contains("WakeUp.cancel,depth=1 threads=platform waiters=1,floor,25.0.1,ns,8000.000,8000.000,"
                        + "8000.000,1,8000.000,,24000.000,,80000.000,,\n");
    }

    @Test
    void csvQuotesCommasAndQuotes() {
        Result odd = Result.problem(Samples.of("Life.x", Map.of(), "floor"), "no \"x\", no");
        assertThat(Csv.of(new Report(Samples.machine(), List.of(odd)))).endsWith(",\"no \"\"x\"\", no\"\n");
    }

    @Test
    void folderBelowAFileIsRejected() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        assertThatThrownBy(() -> new ReportFiles(file.resolve("report")).requireWritable())
                .isInstanceOfSatisfying(
                        UsageError.class, error -> assertThat(error.code()).isEqualTo(ExitCode.CANNOT_WRITE))
                .hasMessageContaining("a file is in the way; give --out another folder");
    }

    @Test
    void otherFileIsRejectedAsBaseline() throws IOException {
        Path file = Files.writeString(folder.resolve("x.json"), "{}");
        assertThatThrownBy(() -> Baseline.read(file))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("is not the results.json of a report");
        assertThatThrownBy(() -> Baseline.read(folder.resolve("missing")))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("cannot be read");
    }
}
