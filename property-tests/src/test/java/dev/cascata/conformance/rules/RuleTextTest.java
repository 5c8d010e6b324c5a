package dev.cascata.conformance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.docs.Habit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleTextTest {
    private static final Pattern CREATION = Pattern.compile("([cf])(\\d+)(?:\\.\\.[cf](\\d+))? = (.*)");

    private static final Map<String, Capability> NEEDED_BY_WORD = Map.ofEntries(
            Map.entry("withDeadline", Capability.DEADLINES),
            Map.entry("withTimeout", Capability.DEADLINES),
            Map.entry("advance", Capability.VIRTUAL_TIME),
            Map.entry("huge", Capability.HUGE_DURATIONS),
            Map.entry("withValue", Capability.VALUES),
            Map.entry("withoutCancel", Capability.DETACH),
            Map.entry("foreign", Capability.FOREIGN_PARENTS),
            Map.entry("hook", Capability.CALLBACKS),
            Map.entry("afterFunc", Capability.CALLBACKS),
            Map.entry("stop", Capability.CALLBACKS),
            Map.entry("merge", Capability.MERGE));

    private static final int MOST_WORDS = 28;

    static List<Rule> rules() {
        return Catalogue.all();
    }

    static Stream<Rule> programRules() {
        return Catalogue.all().stream().filter(rule -> rule.evidence().contains(Evidence.PROGRAM));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleHasAllItsTexts(Rule rule) {
        Text text = rule.text();
        assertThat(List.of(text.sentence(), text.reason(), text.go(), text.look()))
                .allSatisfy(words -> assertThat(words).isNotBlank().endsWith("."));
        assertThat(text.example()).isNotBlank();
        assertThat(text.sources()).isNotEmpty();
        assertThat(text.evidence()).isNotEmpty();
        assertThat(Collections.disjoint(text.needs(), text.unless())).isTrue();
    }

    @Test
    void everyRuleIsOneShortSentenceThatBeginsWithItsSubjectOrCondition() {
        assertThat(Catalogue.all()).extracting(Rule::sentence).allSatisfy(sentence -> {
            assertThat(sentence).doesNotContain(". ");
            assertThat(Habit.CLAUSE_FIRST.in(sentence)).as(sentence).isEmpty();
            assertThat(sentence.split(" ", -1)).hasSizeLessThanOrEqualTo(MOST_WORDS);
        });
    }

    @Test
    void noTextOfARuleHasAHabit() {
        assertThat(Catalogue.all())
                .extracting(Rule::text)
                .flatExtracting(Text::sentence, Text::reason, Text::go, Text::look, Text::example)
                .allSatisfy(words -> assertHasNoHabit(words.toString()));
    }

    @Test
    void noOtherTextOfTheCatalogueHasAHabit() {
        List<String> texts = new ArrayList<>(Promises.all().values());
        NotRules.all().forEach(entry -> texts.add(entry.reason()));
        Glossary.all().forEach(entry -> texts.add(entry.meaning()));
        Stream.of(Capability.values()).map(Capability::meaning).forEach(texts::add);
        assertThat(texts).allSatisfy(RuleTextTest::assertHasNoHabit);
    }

    private static void assertHasNoHabit(String words) {
        assertThat(Habit.ofRules())
                .allSatisfy(habit -> assertThat(habit.in(words)).as(words).isEmpty());
    }

    @Test
    void goTextBeginsWithTheSameIfGoKeepsTheRule() {
        assertThat(Catalogue.all())
                .extracting(Rule::text)
                .allSatisfy(text -> assertThat(text.go().startsWith("The same"))
                        .as(text.go())
                        .isEqualTo(text.goStance() == GoStance.KEEPS));
    }

    @ParameterizedTest
    @MethodSource("programRules")
    void contextsAndCallbacksOfAnExampleAreNumberedInSequence(Rule rule) {
        int contexts = 1;
        int callbacks = 0;
        for (String step : rule.text().example().split("\n", -1)) {
            Matcher creation = CREATION.matcher(step);
            if (!creation.matches()) {
                assertThat(step).matches("(cancel c|stop f|advance )\\d+( cause ([abcd]|null))?");
                continue;
            }
            int first = Integer.parseInt(creation.group(2));
            int last = creation.group(3) == null ? first : Integer.parseInt(creation.group(3));
            boolean context = creation.group(1).equals("c");
            assertThat(first).as(step).isEqualTo(context ? contexts : callbacks);
            if (context) {
                contexts = last + 1;
            } else {
                callbacks = last + 1;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("programRules")
    void exampleUsesOnlyCapabilitiesThatItsRuleNeeds(Rule rule) {
        Set<Capability> used = EnumSet.noneOf(Capability.class);
        for (String step : rule.text().example().split("\n", -1)) {
            for (String word : step.split("[ -]", -1)) {
                if (NEEDED_BY_WORD.containsKey(word)) {
                    used.add(NEEDED_BY_WORD.get(word));
                }
            }
            if (step.contains(" cause ")) {
                used.add(step.startsWith("cancel") ? Capability.CAUSES : Capability.DEADLINE_CAUSES);
            }
        }
        assertThat(rule.needs()).containsAll(used);
    }
}
