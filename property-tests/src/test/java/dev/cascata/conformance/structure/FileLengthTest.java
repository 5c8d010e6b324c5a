package dev.cascata.conformance.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No source file of the repository is too long to be read at one go. */
class FileLengthTest {
    private static final int MOST_LINES = 250;
    private static final int MOST_LINES_OF_THE_CONTEXT = 350;
    private static final Path ROOT = Path.of("..");
    private static final Path CONTEXT = ROOT.resolve("context-impl").resolve("src");
    private static final Pattern SOURCE = Pattern.compile(".+\\.(?:java|go|js|mjs|rs|py|groovy)");

    /** One file, so that a reader can copy it into a project of their own. */
    private static final Set<Path> EXCUSED =
            Set.of(ROOT.resolve(Path.of("property-tests/adapters/go/adapter_test.go")));

    @Test
    void noFileIsLongerThanItsLimit() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : sources()) {
            int lines = Files.readAllLines(file).size();
            if (lines > limit(file)) {
                tooLong.add(file + ": " + lines + " lines, at most " + limit(file));
            }
        }

        assertThat(tooLong).isEmpty();
    }

    @Test
    void everyLanguageIsFoundAndEveryExcuseIsNeeded() throws IOException {
        assertThat(sources())
                .extracting(file -> file.toString().replaceAll(".*\\.", ""))
                .contains("java", "go", "js", "mjs", "rs", "groovy");
        for (Path file : EXCUSED) {
            assertThat(Files.readAllLines(file)).hasSizeGreaterThan(MOST_LINES);
        }
    }

    private static int limit(Path file) {
        if (EXCUSED.contains(file)) {
            return Integer.MAX_VALUE;
        }
        return file.startsWith(CONTEXT) ? MOST_LINES_OF_THE_CONTEXT : MOST_LINES;
    }

    /** Returns the sources of all modules, without what a build writes. */
    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                boolean skipped = name.equals("target") || (name.startsWith(".") && !folder.equals(ROOT));
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (SOURCE.matcher(file.getFileName().toString()).matches()) {
                    sources.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return sources;
    }
}
