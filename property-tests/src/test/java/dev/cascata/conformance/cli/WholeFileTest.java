package dev.cascata.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is replaced as a whole, or stays as it was. */
class WholeFileTest {
    @TempDir
    Path folder;

    @Test
    void newFileReplacesTheOldOne() throws IOException {
        Path file = folder.resolve("report.json");
        WholeFile.write(file, "a long text that was there before");

        WholeFile.write(file, "new");

        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("report.json");
    }

    @Test
    void oldFileStaysIfTheNewOneCannotBeMovedThere() throws IOException {
        Path inTheWay = Files.createDirectories(folder.resolve("report.json"));
        Files.writeString(inTheWay.resolve("old"), "kept");

        assertThatThrownBy(() -> WholeFile.write(inTheWay, "new")).isInstanceOf(IOException.class);

        assertThat(inTheWay.resolve("old")).hasContent("kept");
        assertThat(names()).containsExactly("report.json");
    }

    @Test
    void fileBehindALinkIsReplacedAndTheLinkStays() throws IOException {
        Path file = Files.writeString(folder.resolve("target.json"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("report.json"), file);

        WholeFile.write(link, "new");

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
