package dev.cascata.perf.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every command of this module that a page prints has flags that exist, and finds what it names. */
class PrintedCommandsTest {
    private static final Pattern COMMAND = Pattern.compile("java -jar perf/target/benchmarks\\.jar report([^\n`|]*)");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|[^\\s']+");

    @Test
    void commandsOfThePagesAreUnderstood() throws IOException {
        List<String> commands = new ArrayList<>();
        for (Path page : pages()) {
            COMMAND.matcher(Files.readString(page)).results().forEach(found -> commands.add(found.group(1)));
        }

        assertThat(commands).isNotEmpty().allSatisfy(PrintedCommandsTest::understood);
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(Path.of("..", "docs"))) {
            return Stream.concat(docs, Stream.of(Path.of("..", "README.md"), Path.of("..", "CONTRIBUTING.md")))
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }

    private static void understood(String command) {
        List<String> words = new ArrayList<>(WORD.matcher(command.replaceAll("#.*", ""))
                .results()
                .map(PrintedCommandsTest::unquoted)
                .toList());
        words.add("--list");
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);

        int code = ReportCommand.run(
                words.toArray(String[]::new), out, new PrintStream(err, true, StandardCharsets.UTF_8));

        assertThat(code)
                .as("%s: %s", command, err.toString(StandardCharsets.UTF_8))
                .isZero();
    }

    private static String unquoted(MatchResult word) {
        return word.group(1) == null ? word.group() : word.group(1);
    }
}
