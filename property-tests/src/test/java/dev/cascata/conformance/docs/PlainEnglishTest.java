package dev.cascata.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Searches all prose for habits that make a sentence hard to decode. A hit that is right as it is stands in
 * {@code plain-english.txt} with its reason. {@code -Dcascata.prose=pages,rules} searches these kinds alone.
 */
class PlainEnglishTest {
    private static final Path EXCUSES = Path.of("src", "test", "resources", "plain-english.txt");

    /** What was found where. */
    private record Hit(String place, String phrase, String text, String instead) {
        @Override
        public String toString() {
            return place + ": \"" + phrase + "\" in \"" + text + "\"; write: " + instead;
        }
    }

    /** A hit that may stay. */
    private record Excuse(String place, String phrase, String reason) {
        boolean covers(Hit hit) {
            return place.equals(hit.place) && phrase.equalsIgnoreCase(hit.phrase);
        }
    }

    private static final List<Hit> HITS = new ArrayList<>();
    private static final List<Excuse> ALLOWED = new ArrayList<>();

    @BeforeAll
    static void search() throws IOException {
        kinds().forEach(kind -> kind.paragraphs().forEach(paragraph -> search(paragraph, kind.habits())));
        try (Stream<String> lines = Files.lines(EXCUSES)) {
            lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" \\| ", 3))
                    .forEach(parts -> ALLOWED.add(new Excuse(parts[0], parts[1], parts[2])));
        }
    }

    private static Stream<Prose> kinds() {
        String asked = System.getProperty("cascata.prose", "");
        return asked.isEmpty()
                ? Arrays.stream(Prose.values())
                : Arrays.stream(asked.toUpperCase(Locale.ROOT).split(",", -1)).map(Prose::valueOf);
    }

    private static void search(Prose.Paragraph paragraph, List<Habit> habits) {
        for (Habit habit : habits) {
            habit.in(paragraph.text())
                    .forEach(phrase -> HITS.add(new Hit(paragraph.place(), phrase, paragraph.text(), habit.instead())));
        }
    }

    @Test
    void proseHasNoHabitThatIsNotExcused() {
        List<Hit> unexcused = HITS.stream()
                .filter(hit -> ALLOWED.stream().noneMatch(excuse -> excuse.covers(hit)))
                .toList();

        assertThat(unexcused)
                .as("%d hits; rewrite them, or excuse them in %s", unexcused.size(), EXCUSES)
                .isEmpty();
    }

    @Test
    void everyExcuseCoversAHit() {
        assertThat(ALLOWED).allSatisfy(excuse -> {
            assertThat(excuse.reason()).isNotBlank();
            assertThat(HITS).as("%s", excuse).anyMatch(excuse::covers);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What ended it is told by err() and, in detail, by cause().",
                "who has seen a context done never sees a live one below it",
                "no code of others runs meanwhile",
                "A future that is a stage is let go of when it completes.",
                "Who finds the list waits for it.",
                "nobody who is waited for waits",
                "what takes no time",
                "What a failed comparison that is no news makes of the rest: no sense.",
                "By so much the limit is cut.",
                "somebody else's context",
                "a rule that there is not",
                "A program to which Go answers belongs into the catalogue first.",
                "takes a registration back",
                "what a plain one throws would go astray",
                "the arguments are in order",
                "what does not compile is no missing toolchain",
                "the context is born done",
                "whatever ends it first",
            })
    void eachHabitIsFound(String sentence) {
        assertThat(Stream.of(Habit.values()).flatMap(habit -> habit.in(sentence).stream()))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "err() says how it ended; cause() says why.",
                "A thread that finds the list HELD spins, then yields.",
                "A context releases a bound future when the future completes.",
                "Who is notified first?",
                "The registration is released when a stage completes.",
            })
    void plainSentencesHaveNoHabit(String sentence) {
        assertThat(Stream.of(Habit.values()).flatMap(habit -> habit.in(sentence).stream()))
                .isEmpty();
    }

    @Test
    void testNamesAreSplitIntoWords() {
        String source = "@Test void rootIsDone() {} @TestFactory Stream<DynamicNode> eachRule2Passes() {}";

        assertThat(JavaText.testNames(source)).containsExactly("root is done", "each rule2 passes");
    }

    @Test
    void commentsAndLiteralsAreFoundInSource() {
        String source =
                "/** Does {@code this}.\n * <p>And that. */ // one\n// two\nString a = \"b // c\" + \" d\"; char e = '\"';";

        assertThat(JavaText.comments(source).stream().map(String::strip)).contains("Does ``.", "And that.");
        assertThat(JavaText.comments(source)).hasSize(3);
        assertThat(JavaText.literals(source)).containsExactly("b // c d");
    }
}
