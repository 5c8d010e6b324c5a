package dev.cascata.conformance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    static List<Rule> rules() {
        return Catalogue.all();
    }

    static Stream<Rule> programRules() {
        return Catalogue.all().stream().filter(rule -> rule.evidence().contains(Evidence.PROGRAM));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void nothingIsLeftOut(Rule rule) {
        Text text = rule.text();
        assertThat(List.of(text.sentence(), text.reason(), text.go(), text.look()))
                .allSatisfy(words -> assertThat(words).isNotBlank().endsWith("."));
        assertThat(text.example()).isNotBlank();
        assertThat(text.sources()).isNotEmpty();
        assertThat(text.evidence()).isNotEmpty();
        assertThat(Collections.disjoint(text.needs(), text.unless())).isTrue();
    }

    @ParameterizedTest
    @MethodSource("programRules")
    void anExampleNumbersWhatItCreatesInOrder(Rule rule) {
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
    void anExampleUsesNoCapabilityThatItsRuleDoesNotNeed(Rule rule) {
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
