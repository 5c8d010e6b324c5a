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

/** The races, the catalogue and the mutants agree with one another, and each race is written down in full. */
class RacesTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/cascata/stress/races");

    static List<Race> races() {
        return Race.all();
    }

    @Test
    void theRulesOfTheRacesAreThoseThatNameRacesAsEvidence() {
        Set<Rule> decided =
                races().stream().flatMap(race -> race.rules().stream()).collect(Collectors.toSet());
        assertThat(decided)
                .containsExactlyInAnyOrderElementsOf(Catalogue.all().stream()
                        .filter(rule -> rule.evidence().contains(Evidence.RACE))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("races")
    void noRaceHasMoreActorsThanTwoProcessorsCanRun(Race race) {
        assertThat(race.info().threads()).isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("races")
    void everyOutcomeIsPutInWords(Race race) {
        assertThat(race.info().cases())
                .isNotEmpty()
                .allSatisfy(outcome -> assertThat(outcome.description()).isNotBlank());
        assertThat(race.info().cases()).anyMatch(outcome -> outcome.expect() == Expect.ACCEPTABLE);
        assertThat(race.info().unmatched().expect()).isEqualTo(Expect.FORBIDDEN);
    }

    @ParameterizedTest
    @MethodSource("races")
    void everyRaceHasItsQuestionItsCommandAndATable(Race race) throws IOException {
        String source = Files.readString(SOURCES.resolve(race.name() + ".java"));
        String comment = source.substring(source.indexOf("/**"), source.indexOf("*/"));
        assertThat(comment).contains("?", "stress.jar -t " + race.name() + "\n", "SAMPLES", " processors");
    }

    @Test
    void everyMutantNamesItsRace() {
        List<String> names = races().stream().map(Race::name).toList();
        assertThat(RaceMutant.values()).hasSizeGreaterThanOrEqualTo(15);
        assertThat(Stream.of(RaceMutant.values()).map(RaceMutant::race)).isSubsetOf(names);
    }
}
