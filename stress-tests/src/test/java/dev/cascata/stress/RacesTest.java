package dev.cascata.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.mutants.RaceMutant;
import dev.cascata.conformance.rules.Catalogue;
import dev.cascata.conformance.rules.Evidence;
import dev.cascata.conformance.rules.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jcstress.annotations.Expect;

/** The races, the catalogue and the mutants agree, and each race has a question and outcomes in words. */
class RacesTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/cascata/stress/races");

    static List<Race> races() {
        return Race.all();
    }

    @Test
    void racesDecideTheRulesWithRaceAsEvidence() {
        Set<Rule> decided =
                races().stream().flatMap(race -> race.rules().stream()).collect(Collectors.toSet());
        assertThat(decided)
                .containsExactlyInAnyOrderElementsOf(Catalogue.all().stream()
                        .filter(rule -> rule.evidence().contains(Evidence.RACE))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("races")
    void noRaceHasMoreThanTwoActors(Race race) {
        assertThat(race.info().threads()).isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("races")
    void everyOutcomeHasAMeaning(Race race) {
        assertThat(race.info().cases())
                .isNotEmpty()
                .allSatisfy(outcome -> assertThat(outcome.description()).isNotBlank());
        assertThat(race.info().cases()).anyMatch(outcome -> outcome.expect() == Expect.ACCEPTABLE);
        assertThat(race.info().unmatched().expect()).isEqualTo(Expect.FORBIDDEN);
    }

    @ParameterizedTest
    @MethodSource("races")
    void everyRaceHasAQuestion(Race race) throws IOException {
        String source = Files.readString(SOURCES.resolve(family(race) + ".java"));
        String before = source.substring(0, source.indexOf("class " + race.name() + " "));
        String comment = before.substring(before.lastIndexOf("/**"));
        assertThat(comment.substring(0, comment.indexOf("*/"))).contains("?");
    }

    private static String family(Race race) {
        String outer = race.info().binaryName().replaceFirst("\\$.*", "");
        return outer.substring(outer.lastIndexOf('.') + 1);
    }

    @Test
    void everyRaceHasItsOwnName() {
        assertThat(races().stream().map(Race::name)).doesNotHaveDuplicates();
    }

    @Test
    void everyMutantNamesItsRace() {
        List<String> names = races().stream().map(Race::name).toList();
        assertThat(RaceMutant.values()).hasSizeGreaterThanOrEqualTo(15);
        assertThat(Stream.of(RaceMutant.values()).map(RaceMutant::race)).isSubsetOf(names);
    }
}
