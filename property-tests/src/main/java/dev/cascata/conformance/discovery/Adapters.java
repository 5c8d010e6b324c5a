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

    /** Lets an adapter take {@code limitMillis} for one line. */
    public Adapters(long limitMillis) {
        this.limitMillis = limitMillis;
    }

    /** Starts an adapter by its command; a command that cannot be started is refused. */
    public Candidate command(String command) {
        List<String> words = words(command);
        if (words.isEmpty()) {
            throw UsageError.usage("--command takes the program to start, with its arguments.");
        }
        try {
            return start("--command '" + command + "'", words, null);
        } catch (IOException e) {
            throw UsageError.wrong("--command", "a program that can be started", words.get(0));
        }
    }

    /** Builds and starts an adapter of the suite by its name; it is faulty if that is not possible here. */
    public Candidate named(String name) {
        Bundled bundled = Arrays.stream(Bundled.values())
                .filter(b -> b.title().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> UsageError.wrong("--adapter", titles(), name));
        Candidate candidate = bundled(bundled);
        return candidate instanceof Candidate.Absent absent
                ? new Candidate.Faulty(absent.className(), absent.reason())
                : candidate;
    }

    /** Builds and starts every adapter of the suite; outside of a checkout there is none. */
    public List<Candidate> found() {
        Path home = home();
        return home == null
                ? List.of()
                : Arrays.stream(Bundled.values()).map(b -> bundled(b, home)).toList();
    }

    /** Builds and starts an adapter of the suite; it is absent if that is not possible here. */
    public Candidate bundled(Bundled bundled) {
        Path home = home();
        if (home == null) {
            throw UsageError.usage("The sources of the adapters are missing; run the suite from a checkout.");
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
        String all = Arrays.stream(Bundled.values()).map(Bundled::title).collect(Collectors.joining(", "));
        return all.replaceFirst(", (\\w+)$", " or $1");
    }

    /** Returns the folder of this module, which contains the sources of the adapters; null outside of a checkout. */
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
