package dev.cascata.conformance.suite;

import dev.cascata.conformance.cli.Messages;
import dev.cascata.conformance.cli.UsageError;
import dev.cascata.conformance.cli.WholeFile;
import dev.cascata.conformance.kit.Kit;
import dev.cascata.conformance.process.ProcessKit;
import dev.cascata.conformance.rules.Catalogue;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.rules.Verdict;
import dev.cascata.conformance.suite.KnownFailing.Line;
import dev.cascata.conformance.trial.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads and writes the known failures of a kit: a file that the user names, or the one beside the kit. */
public final class KnownFailingFiles {
    static final String UNEXPLAINED = "found by the suite, to be explained";

    private static final Set<Verdict> BROKEN = Set.of(Verdict.FAIL, Verdict.KNOWN);

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

    /**
     * Writes the rules that are broken. Reasons are kept from the file, else from {@code known}, and so are the lines of
     * rules that were not judged. Comments of the file are kept.
     */
    public static void write(Path file, KitReport report, KnownFailing known) {
        KnownFailing before = before(file, known);
        try {
            Comments comments = Comments.of(Files.isRegularFile(file) ? Files.readString(file) : "");
            WholeFile.write(file, comments.around(broken(report, before), report.kit()));
        } catch (IOException e) {
            throw cannotWrite(file, Messages.of(e));
        }
    }

    static KnownFailing broken(KitReport report, KnownFailing before) {
        return new KnownFailing(Catalogue.all().stream()
                .map(rule -> line(rule, report, before.of(rule)))
                .filter(Objects::nonNull)
                .collect(Collectors.toList()));
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

    private static @Nullable Line line(Rule rule, KitReport report, Optional<Line> before) {
        Optional<RuleResult> result =
                report.results().stream().filter(r -> r.rule() == rule).findFirst();
        if (result.isEmpty()) {
            return before.orElse(null);
        }
        return BROKEN.contains(result.get().verdict()) ? line(result.get(), before) : null;
    }

    private static Line line(RuleResult result, Optional<Line> before) {
        Failure failure = Objects.requireNonNull(result.failure(), "a broken rule has a failure");
        String reason = before.map(Line::reason).orElse(UNEXPLAINED);
        return new Line(result.rule(), reason, failure.program(), failure.check());
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
