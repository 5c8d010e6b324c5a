package dev.cascata.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts pinned by files in {@code src/test/resources/golden}; {@code -Dgolden=write} writes them anew. */
public final class Golden {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    private Golden() {}

    /** Whether the files are to be written anew. */
    public static boolean isWritten() {
        return "write".equals(System.getProperty("golden"));
    }

    public static String read(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void write(String name, String text) {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void check(String name, String text) {
        if (isWritten()) {
            write(name, text);
        }
        assertThat(text)
                .as("%s; -Dgolden=write writes it anew", FOLDER.resolve(name))
                .isEqualTo(read(name));
    }
}
