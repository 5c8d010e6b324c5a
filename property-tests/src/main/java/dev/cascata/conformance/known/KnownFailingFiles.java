package dev.cascata.conformance.known;

import dev.cascata.conformance.cli.Messages;
import dev.cascata.conformance.cli.UsageError;
import dev.cascata.conformance.cli.WholeFile;
import dev.cascata.conformance.kit.Kit;
import dev.cascata.conformance.known.KnownFailing.Line;
import dev.cascata.conformance.process.ProcessKit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads and writes the known failures of a kit: a file that the user names, or the one beside the kit. */
public final class KnownFailingFiles {
    private KnownFailingFiles() {}

    public static KnownFailing read(Path file) {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw UsageError.usage("Cannot read the known failures in " + file + ": " + Messages.of(e) + ".");
        }
    }

    /** Reads the file beside the kit's class, {@code <simple name>.known-failing.txt}, or beside the adapter. */
    public static KnownFailing of(Kit kit) {
        if (kit instanceof ProcessKit process) {
            Path file = process.knownFailing();
            return file == null ? KnownFailing.none() : read(file);
        }
        Class<?> type = kit.getClass();
        String name = type.getSimpleName() + ".known-failing.txt";
        try (InputStream in = type.getResourceAsStream(name)) {
            return in == null ? KnownFailing.none() : parse(text(in), name + " of " + type.getPackageName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the entries of a kit of this name. Comments of the file are kept. */
    public static void write(Path file, String kit, KnownFailing entries) {
        try {
            Comments comments = Comments.of(Files.isRegularFile(file) ? Files.readString(file) : "");
            WholeFile.write(file, comments.around(entries, kit));
        } catch (IOException e) {
            throw cannotWrite(file, Messages.of(e));
        }
    }

    /** Returns the lines of the file, if it exists, and then those of {@code known}. */
    public static KnownFailing before(Path file, KnownFailing known) {
        List<Line> lines =
                new ArrayList<>(Files.isRegularFile(file) ? read(file).lines() : List.of());
        lines.addAll(known.lines());
        return new KnownFailing(lines);
    }

    /** Refuses a file that cannot be written, before anything is judged. */
    public static void checkWritable(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw cannotWrite(file, "it is a folder");
        } else if (folder == null || !Files.isDirectory(folder)) {
            throw cannotWrite(file, "its folder does not exist");
        } else if (!Files.isWritable(Files.exists(file) ? file : folder)) {
            throw cannotWrite(file, "permission is denied");
        }
    }

    private static KnownFailing parse(String text, String source) {
        try {
            return KnownFailing.parse(text, source);
        } catch (IllegalArgumentException e) {
            throw UsageError.usage("Known failures, " + Messages.plain(e.getMessage()) + ".");
        }
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static UsageError cannotWrite(Path file, String why) {
        return UsageError.cannotWrite("Cannot write the known failures to " + file + ": " + why + ".");
    }
}
