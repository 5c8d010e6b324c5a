package dev.cascata.perf.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GoToolTest {
    @Test
    void namesEveryFileOfTheBenchmarksInGo() throws IOException {
        try (var files = Files.list(Path.of("go"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(GoTool.SOURCES);
        }
    }

    @Test
    void patternMatchesOneBenchmarkWithItsParameters() {
        Case what = new Case("Life.ByTwo.createAndCancel", new TreeMap<>(Map.of("siblings", "0")), "go", "17");
        assertThat(GoTool.pattern(what)).isEqualTo("^BenchmarkLife$/^ByTwo$/^createAndCancel$/^siblings=0$");
    }
}
