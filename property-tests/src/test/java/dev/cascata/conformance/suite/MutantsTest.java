package dev.cascata.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.kit.Options;
import dev.cascata.conformance.mutants.Mutant;
import dev.cascata.conformance.mutants.Mutants;
import dev.cascata.conformance.rules.Catalogue;
import dev.cascata.conformance.rules.Evidence;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.rules.Strength;
import dev.cascata.conformance.search.Trials;
import dev.cascata.conformance.trial.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mutant is killed by one of its rules, soon enough, and every rule kills a mutant. */
class MutantsTest {
    private static final int SEEDS = Integer.getInteger("cascata.seeds", 3);
    private static final int ENOUGH_FOR_A_MEDIAN = 20;
    private static final int MEDIAN_AT_MOST = Options.DEFAULT_PROGRAMS / 20;
    private static final int CUNNING_FROM = 5;
    private static final Path TABLE = Path.of("target", "mutants-by-seed.txt");
    private static final List<String> LINES = new ArrayList<>();
    private static final Set<Rule> KILLED = new HashSet<>();

    static List<Mutant> mutants() {
        return Mutants.all();
    }

    static List<Mutant> cunning() {
        return Mutants.all().stream().filter(Mutant::isCunning).toList();
    }

    static List<Rule> rules() {
        return Catalogue.all().stream()
                .filter(r -> r.strength() == Strength.MUST && !r.evidence().equals(Set.of(Evidence.RACE)))
                .toList();
    }

    @Test
    void mutantsAreManyAndHaveDifferentNames() {
        assertThat(mutants()).extracting(Mutant::name).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(60);
        assertThat(cunning()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(mutants()).allSatisfy(m -> {
            assertThat(m.sentence()).as(m.name()).endsWith(".").doesNotContain("\n");
            assertThat(m.rules()).as(m.name()).isNotEmpty();
        });
    }

    /** At each seed, unless a directed check kills it. With many seeds, the median is at most a twentieth of a run. */
    @ParameterizedTest
    @MethodSource("mutants")
    void mutantIsKilledByOneOfItsRules(Mutant mutant) {
        int first = programsUntilKilled(mutant, 1);
        boolean byPrograms = first > 0;
        int[] programs = byPrograms
                ? IntStream.rangeClosed(1, SEEDS)
                        .map(seed -> seed == 1 ? first : programsUntilKilled(mutant, seed))
                        .sorted()
                        .toArray()
                : new int[SEEDS];

        int median = programs[(SEEDS - 1) / 2];
        LINES.add(String.format(Locale.ROOT, "%-40s ", mutant.name())
                + (byPrograms
                        ? String.format(Locale.ROOT, "median %4d, worst %4d", median, programs[SEEDS - 1])
                        : "by a check"));
        assertThat(SEEDS < ENOUGH_FOR_A_MEDIAN || median <= MEDIAN_AT_MOST)
                .as("%s took %s programs", mutant.name(), Arrays.toString(programs))
                .isTrue();
    }

    private static int programsUntilKilled(Mutant mutant, long seed) {
        Hunt.Result result = new Hunt(options(seed, List.of()), false).hunt(mutant);

        assertThat(result.failure()).as("%s at seed %d", mutant.name(), seed).isNotNull();
        KILLED.add(Objects.requireNonNull(result.failure()).rule());
        return result.programs();
    }

    @AfterAll
    static void writeTheTable() throws IOException {
        Files.createDirectories(TABLE.toAbsolutePath().getParent());
        Files.write(TABLE, LINES);
    }

    @ParameterizedTest
    @MethodSource("cunning")
    void cunningMutantNeedsAtLeastFiveSteps(Mutant mutant) {
        Hunt.Result result = new Hunt(options(Options.DEFAULT_SEED, List.of()), true).hunt(mutant);

        Failure failure = Objects.requireNonNull(result.failure(), mutant.name());
        assertThat(failure.program().size()).as("%s", failure).isGreaterThanOrEqualTo(CUNNING_FROM);
        Trials.assertMinimal(mutant.kit(), failure, Trials.allBut(failure.rule()));
    }

    /** The rule kills a mutant that declares it; if none was killed so far, when it is the only rule judged. */
    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleKillsAMutant(Rule rule) {
        Hunt hunt = new Hunt(options(Options.DEFAULT_SEED, List.of(rule)), false);

        boolean kills = KILLED.contains(rule)
                || mutants().stream()
                        .filter(m -> m.rules().contains(rule))
                        .anyMatch(m -> hunt.hunt(m).failure() != null);

        assertThat(kills).as("%s: %s", rule.id(), rule.sentence()).isTrue();
    }

    private static Options options(long seed, List<Rule> rules) {
        return new Options(seed, Options.DEFAULT_PROGRAMS, rules, false, Trials.LIMIT_MILLIS);
    }
}
