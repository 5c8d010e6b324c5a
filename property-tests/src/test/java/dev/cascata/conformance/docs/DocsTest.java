package dev.cascata.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** README, CONTRIBUTING and the pages of docs: their size, their first lines, their links and their commands. */
class DocsTest {
    private static final Path README = Path.of("..", "README.md");
    private static final Path DOCS = Path.of("..", "docs");
    private static final int MOST_LINES = 150;
    private static final int FIRST_SCREEN = 30;
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```$|`[^`\n]+`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.*)$");
    private static final Pattern COMMAND = Pattern.compile(
            "(?m)(?:java -jar property-tests/target/conformance\\.jar|dev\\.cascata\\.conformance\\.Main)"
                    + "((?:[^\n`|\\\\]|\\\\\n)*)");
    private static final Pattern PROFILE = Pattern.compile("\\bmvn [^`\n]*-P([a-z]+)");
    private static final Pattern WORD = Pattern.compile("'[^']*'|[^\\s']+");

    static List<Path> files() {
        return Prose.files();
    }

    static Stream<Path> pages() {
        return files().stream().filter(file -> file.startsWith(DOCS));
    }

    @Test
    void readmeFitsItsLimitAndShowsCodeOnTheFirstScreen() throws IOException {
        List<String> lines = Files.readAllLines(README);

        assertThat(lines).hasSizeLessThanOrEqualTo(MOST_LINES);
        assertThat(lines.subList(0, FIRST_SCREEN)).anyMatch(line -> line.startsWith("```") || line.startsWith("    "));
    }

    /** Findings and costs in README are copied from the pages whose tests or commands make them. */
    @Test
    void readmeShowsFindingsAndCostsOfThePages() throws IOException {
        String readme = Files.readString(README);
        String comparison = Files.readString(DOCS.resolve("comparison.md"));
        String benchmarks = Files.readString(DOCS.resolve("benchmarks.md"));

        assertThat(Pattern.compile("(?m)^\\| [^|]+ \\| ([A-Z][^|]+\\.) \\|$")
                        .matcher(readme)
                        .results())
                .hasSize(5)
                .allSatisfy(finding -> assertThat(comparison).contains("| " + finding.group(1) + " |"));
        assertThat(Pattern.compile("[0-9.]+ ns").matcher(readme).results().map(MatchResult::group))
                .hasSize(9)
                .allSatisfy(cost -> assertThat(benchmarks).contains(cost));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyProfileOfAMavenCommandExists(Path file) throws IOException {
        String poms = Files.readString(Path.of("..", "pom.xml"))
                + Files.readString(Path.of("pom.xml"))
                + Files.readString(Path.of("..", "stress-tests", "pom.xml"));

        assertThat(PROFILE.matcher(Files.readString(file)).results().map(found -> found.group(1)))
                .allSatisfy(profile -> assertThat(poms).contains("<id>" + profile + "</id>"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void firstLineOfAPageNamesItsReader(Path page) throws IOException {
        List<String> text = Files.readAllLines(page).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("<!--"))
                .toList();

        assertThat(text.get(0)).startsWith("# ");
        assertThat(text.get(1)).startsWith("For ");
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyLinkPointsAtAFileAndASection(Path file) throws IOException {
        String text = CODE.matcher(Files.readString(file)).replaceAll("");
        List<String> links = LINK.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(link -> !link.matches("[a-z]+:.*"))
                .toList();

        assertThat(links).allSatisfy(link -> {
            String[] parts = link.split("#", 2);
            Path target = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]);
            assertThat(target).exists();
            if (parts.length == 2) {
                assertThat(slugs(target)).as("sections of %s", target).contains(parts[1]);
            }
        });
    }

    /** Returns the anchors that GitHub gives the headings of a page. */
    private static List<String> slugs(Path page) throws IOException {
        List<String> slugs = new ArrayList<>();
        Matcher heading = HEADING.matcher(Pattern.compile("(?ms)^```.*?^```$")
                .matcher(Files.readString(page))
                .replaceAll(""));
        while (heading.find()) {
            String slug = slug(heading.group(1));
            long before = slugs.stream()
                    .filter(s -> s.replaceFirst("-\\d+$", "").equals(slug))
                    .count();
            slugs.add(before == 0 ? slug : slug + "-" + before);
        }
        return slugs;
    }

    private static String slug(String heading) {
        return heading.strip()
                .toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyCommandIsAccepted(Path file) throws IOException {
        List<String> commands = COMMAND.matcher(Files.readString(file))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(commands).allSatisfy(command -> {
            List<String> words = new ArrayList<>(WORD.matcher(command.replace("\\\n", " "))
                    .results()
                    .map(MatchResult::group)
                    .map(word -> word.replace("'", ""))
                    .toList());
            words.add("--list-rules");
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            int code = Main.run(
                    words.toArray(String[]::new),
                    InputStream.nullInputStream(),
                    new PrintStream(java.io.OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8));
            assertThat(code).as("%s", err).isZero();
        });
    }

    @Test
    void commandsAreFound() throws IOException {
        assertThat(COMMAND.matcher(Files.readString(README)).results()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyClassOfOursThatAPageNamesExists(Path file) throws IOException {
        Pattern name = Pattern.compile("dev\\.cascata\\.(?:context|conformance)\\.(?:[a-z]+\\.)*[A-Z]\\w*");

        assertThat(name.matcher(Files.readString(file))
                        .results()
                        .map(MatchResult::group)
                        .filter(c -> !c.endsWith(".NameKit")))
                .allSatisfy(c -> assertThat(Class.forName(c)).isNotNull());
    }
}
