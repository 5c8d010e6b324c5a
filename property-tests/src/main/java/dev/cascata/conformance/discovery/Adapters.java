package dev.cascata.conformance.discovery;

import dev.cascata.conformance.cli.Messages;
import dev.cascata.conformance.cli.UsageError;
import dev.cascata.conformance.kit.AdapterFault;
import dev.cascata.conformance.process.Adapter;
import dev.cascata.conformance.process.Bundled;
import dev.cascata.conformance.process.ProcessKit;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds and starts adapters: by their command, by name, or all that come with the suite. */
public final class Adapters {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");
    private static final String FOLDER = "adapters";

    private final long limitMillis;

    /** {@code limitMillis}: how long an adapter may take for one line. */
    public Adapters(long limitMillis) {
        this.limitMillis = limitMillis;
    }

    /** The adapter that a command starts; a command that cannot be started is refused. */
    public Candidate command(String command) {
        List<String> words = words(command);
        if (words.isEmpty()) {
            throw UsageError.usage("Give --command the program to start, with its arguments.");
        }
        try {
            return start("--command '" + command + "'", words, null);
        } catch (IOException e) {
            throw UsageError.usage("Cannot start \"" + words.get(0)
                    + "\": give --command a program that can be started, " + "with its arguments.");
        }
    }

    /** An adapter that comes with the suite, by its name; it is faulty if it cannot be had. */
    public Candidate named(String name) {
        Bundled bundled = Arrays.stream(Bundled.values())
                .filter(b -> b.title().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> UsageError.usage("There is no adapter " + name + "; there are " + titles() + "."));
        Candidate candidate = bundled(bundled);
        return candidate instanceof Candidate.Absent absent
                ? new Candidate.Faulty(absent.className(), absent.reason())
                : candidate;
    }

    /** Every adapter that comes with the suite; none outside of a checkout. */
    public List<Candidate> found() {
        Path home = home();
        return home == null
                ? List.of()
                : Arrays.stream(Bundled.values()).map(b -> bundled(b, home)).toList();
    }

    /** An adapter that comes with the suite; absent if it cannot be had here. */
    public Candidate bundled(Bundled bundled) {
        Path home = home();
        if (home == null) {
            throw UsageError.usage("The sources of the adapters are not here; run the suite from a checkout.");
        }
        return bundled(bundled, home);
    }

    private Candidate bundled(Bundled bundled, Path home) {
        String id = "--adapter " + bundled.title();
        Path sources = home.resolve(FOLDER);
        try {
            List<String> words = bundled.build(sources, home.resolve("target").resolve(FOLDER));
            return start(id, words, sources.resolve(bundled.title()).resolve("known-failing.txt"));
        } catch (Bundled.Unusable unusable) {
            return new Candidate.Absent(id, String.valueOf(unusable.getMessage()));
        } catch (AdapterFault | IOException e) {
            return new Candidate.Faulty(id, Messages.of(e));
        }
    }

    private Candidate start(String id, List<String> words, @Nullable Path known) throws IOException {
        try {
            return new Candidate.Ready(new ProcessKit(id, new Adapter(words, limitMillis), known));
        } catch (AdapterFault fault) {
            return new Candidate.Faulty(id, String.valueOf(fault.getMessage()));
        }
    }

    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        while (word.find()) {
            words.add(word.group(word.group(1) != null ? 1 : word.group(2) != null ? 2 : 3));
        }
        return words;
    }

    private static String titles() {
        return Arrays.stream(Bundled.values()).map(Bundled::title).collect(Collectors.joining(", "));
    }

    /** The folder of this module: the one with the sources of the adapters, beside the folder that was built. */
    private static @Nullable Path home() {
        CodeSource source = Adapters.class.getProtectionDomain().getCodeSource();
        try {
            Path built = source == null ? null : Path.of(source.getLocation().toURI());
            Path home = built == null || built.getParent() == null
                    ? null
                    : built.getParent().getParent();
            return home != null && Files.isDirectory(home.resolve(FOLDER)) ? home : null;
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }
}
