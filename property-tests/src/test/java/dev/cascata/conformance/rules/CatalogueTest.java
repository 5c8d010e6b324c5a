package dev.cascata.conformance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    @Test
    void everyObservationIsInARuleOrHasAReasonAndNotBoth() {
        Set<String> inRules = Catalogue.all().stream()
                .flatMap(rule -> rule.sources().stream())
                .collect(Collectors.toSet());
        List<String> covered = new ArrayList<>(inRules);
        NotRules.all().forEach(entry -> covered.add(entry.observation()));

        assertThat(covered).containsExactlyInAnyOrderElementsOf(Catalogue.allObservations());
    }

    @Test
    void everyRuleCitesAnObservationThatNoOtherRuleCites() {
        var citations = Catalogue.all().stream()
                .flatMap(rule -> rule.sources().stream())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));

        assertThat(Catalogue.all())
                .allSatisfy(rule -> assertThat(rule.sources())
                        .as(rule.id())
                        .doesNotHaveDuplicates()
                        .anySatisfy(source -> assertThat(citations).containsEntry(source, 1L)));
    }

    @Test
    void idsCountFromOneWithoutGapsWithinEachArea() {
        for (Catalogue.Area area : Catalogue.areas()) {
            List<String> expected = new ArrayList<>();
            for (int number = 1; number <= area.rules().size(); number++) {
                expected.add(area.word() + "_" + number);
            }
            assertThat(area.rules()).extracting(Rule::id).containsExactlyElementsOf(expected);
        }
        assertThat(Catalogue.areas()).extracting(Catalogue.Area::word).doesNotHaveDuplicates();
    }

    @Test
    void everyEnumOfRulesIsInTheCatalogue() {
        Set<Rule> constants = new HashSet<>();
        for (Class<?> area : Rule.class.getPermittedSubclasses()) {
            for (Object constant : area.getEnumConstants()) {
                constants.add((Rule) constant);
            }
        }
        assertThat(Catalogue.all()).containsExactlyInAnyOrderElementsOf(constants);
    }

    @Test
    void thereAreAtLeastAHundredAndTenRules() {
        assertThat(Catalogue.all()).hasSizeGreaterThanOrEqualTo(110);
    }

    @Test
    void ruleIsFoundByItsIdInUpperOrLowerCase() {
        assertThat(Catalogue.all())
                .allSatisfy(rule -> assertThat(Catalogue.find(rule.id())).contains(rule));
        assertThat(Catalogue.find("cancel_3")).contains(CancelRule.CANCEL_3);
        assertThat(Catalogue.find("CANCEL_0")).isEmpty();
    }

    @Test
    void observationOutsideTheRulesHasAReason() {
        assertThat(NotRules.all()).allSatisfy(entry -> {
            assertThat(entry.reason()).endsWith(".");
            assertThat(NotRules.reason(entry.observation())).contains(entry.reason());
        });
        assertThat(NotRules.reason("G11")).isEmpty();
    }
}
