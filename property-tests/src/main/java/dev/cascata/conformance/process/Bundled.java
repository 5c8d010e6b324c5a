package dev.cascata.conformance.process;

import dev.cascata.conformance.kit.AdapterFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An adapter that comes with the suite: what its build needs, how to build it and how to start it. */
public enum Bundled {
    /** Go's own context, on the virtual time of its testing/synctest. */
    GO("go version", 1, 25) {
        @Override
        List<String> build(Tool tool, Path folder) {
            Map<String, String> local = Map.of("GOTOOLCHAIN", "local", "GOFLAGS", "", "GOWORK", "off");
            tool.compile(local, "go", "test", "-c", "-o", "adapter", ".");
            return List.of(folder.resolve("adapter").toString());
        }
    },
    /** The AbortController and AbortSignal of Node. */
    NODE("node --version", 20, 3) {
        @Override
        List<String> build(Tool tool, Path folder) {
            String file = folder.resolve("adapter.mjs").toString();
            tool.compile(Map.of(), "node", "--check", file);
            return List.of("node", file);
        }
    },
    /** The CancellationToken of tokio-util. */
    RUST("cargo --version", 1, 85) {
        @Override
        List<String> build(Tool tool, Path folder) throws Unusable {
            tool.fetch("cargo", "fetch", "--quiet");
            tool.compile(Map.of(), "cargo", "build", "--release", "--offline", "--quiet");
            return List.of(folder.resolve("target/release/adapter").toString());
        }
    };

    /** Something that an adapter needs is missing. The message is half a sentence that says what. */
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        Unusable(String message) {
            super(message);
        }
    }

    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)");

    private final String probe;
    private final int major;
    private final int minor;

    Bundled(String probe, int major, int minor) {
        this.probe = probe;
        this.major = major;
        this.minor = minor;
    }

    /** The name on the command line, and the folder of the sources. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Builds the adapter from {@code sources} in {@code target}, and returns the command that starts it.
     *
     * @throws Unusable if its toolchain or a dependency is missing here
     * @throws AdapterFault if it does not compile
     */
    public List<String> build(Path sources, Path target) throws Unusable, IOException {
        Path folder = Files.createDirectories(target.resolve(title())).toAbsolutePath();
        Tool tool = new Tool(folder);
        probe(tool);
        copy(sources.resolve(title()), folder);
        return build(tool, folder);
    }

    abstract List<String> build(Tool tool, Path folder) throws Unusable;

    private void probe(Tool tool) throws Unusable {
        String[] words = probe.split(" ", -1);
        String said = tool.ask(words);
        Matcher version = VERSION.matcher(said);
        if (!version.find()) {
            throw new Unusable("\"" + probe + "\" prints no version");
        }
        int first = Integer.parseInt(version.group(1));
        int second = Integer.parseInt(version.group(2));
        if (first < major || (first == major && second < minor)) {
            throw new Unusable(
                    words[0] + " is " + version.group() + ", but " + major + "." + minor + " or later is needed");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                replaceIfOther(file, copy);
            }
        }
    }

    /** Keeps an equal file with its time, so that the build does not compile it again. */
    private static void replaceIfOther(Path file, Path copy) throws IOException {
        if (!Files.exists(copy) || Files.mismatch(file, copy) >= 0) {
            Files.write(copy, Files.readAllBytes(file));
        }
    }
}
