package dev.cascata.conformance.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.rules.Catalogue;
import dev.cascata.conformance.rules.Evidence;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.rules.UseRule;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The directed checks fit the catalogue, and each has a name, a scenario and a reason. */
class ChecksTest {
    private static final Set<Evidence> NOT_HERE = EnumSet.of(Evidence.PROGRAM, Evidence.RACE);

    /** Rules that every operation of every check tests. */
    private static final Set<Rule> BY_ALL = Set.of(UseRule.USE_7, UseRule.USE_8);

    @Test
    void checksOfARuleAreOfTheKindsThatTheRuleNames() {
        List<Rule> rules =
                Catalogue.all().stream().filter(r -> !BY_ALL.contains(r)).toList();
        for (Rule rule : rules) {
            Set<Evidence> claimed = EnumSet.copyOf(rule.evidence());
            claimed.removeAll(NOT_HERE);
            Set<Evidence> found = Checks.of(rule).stream().map(Check::kind).collect(Collectors.toSet());
            assertThat(found).as(rule.id()).isEqualTo(claimed);
        }
    }

    @Test
    void noTwoChecksShareANameOrAScenario() {
        assertThat(Checks.all()).extracting(Check::name).doesNotHaveDuplicates().allMatch(n -> n.matches("[a-z0-9-]+"));
        assertThat(Checks.all())
                .extracting(Check::scenario)
                .doesNotHaveDuplicates()
                .allMatch(s -> s.endsWith("."));
    }

    @Test
    void everyCheckHasAReasonInHalfASentence() {
        assertThat(Checks.all())
                .allSatisfy(c -> assertThat(c.why())
                        .as(c.name())
                        .isNotBlank()
                        .doesNotEndWith(".")
                        .isNotEqualTo(c.rule().text().reason())
                        .matches(why -> Character.isLowerCase(why.charAt(0))));
    }

    @Test
    void checkIsFoundByItsName() {
        assertThat(Checks.all())
                .allSatisfy(c -> assertThat(Checks.find(c.name())).contains(c));
        assertThat(Checks.find("nothing-of-this-name")).isEmpty();
    }
}
