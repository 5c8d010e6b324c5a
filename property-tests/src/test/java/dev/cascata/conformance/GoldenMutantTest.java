package dev.cascata.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.kit.Options;
import dev.cascata.conformance.mutants.Mutant;
import dev.cascata.conformance.mutants.Mutants;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.report.Golden;
import dev.cascata.conformance.rules.Evidence;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.rules.ScaleRule;
import dev.cascata.conformance.rules.UseRule;
import dev.cascata.conformance.search.Search;
import dev.cascata.conformance.search.Trials;
import dev.cascata.conformance.search.Worker;
import dev.cascata.conformance.suite.Hunt;
import dev.cascata.conformance.trial.Failure;
import dev.cascata.conformance.trial.RuleCounts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the failures of each mutant that programs find, rule by rule, with those recorded for its shortest program. */
class GoldenMutantTest {
    private static final String GOLDEN = "mutants.txt";
    private static final Pattern NEXT = Pattern.compile("\n(?! )");
    private static final String NEXT_SENTENCE = "\n    ";
    private static final Map<String, String> TEXTS = texts();

    static List<Mutant> mutants() {
        return Mutants.all().stream()
                .filter(m -> isFoundByPrograms(m.rules().get(0)))
                .toList();
    }

    /** Returns false for what hangs or overflows: its failure names the place, which differs from run to run. */
    private static boolean isFoundByPrograms(Rule rule) {
        return rule != UseRule.USE_8 && rule.evidence().contains(Evidence.PROGRAM) && !(rule instanceof ScaleRule);
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        NEXT.splitAsStream(Golden.read(GOLDEN).strip())
                .forEach(text -> texts.put(text.substring(0, text.indexOf(':')), text));
        if (!Golden.isWritten()) {
            return texts;
        }
        Map<String, String> anew = new LinkedHashMap<>();
        mutants().forEach(m -> anew.put(m.name(), failures(m, program(m, texts))));
        Golden.write(GOLDEN, String.join("\n", anew.values()) + "\n");
        return anew;
    }

    private static String program(Mutant mutant, Map<String, String> texts) {
        String text = texts.get(mutant.name());
        return text == null
                ? shortest(mutant)
                : text.lines().findFirst().orElseThrow().substring(mutant.name().length() + 2);
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void failuresOfTheMutantHaveTheirRecordedReasons(Mutant mutant) {
        assertThat(TEXTS).as("-Dgolden=write adds what is missing").containsKey(mutant.name());

        assertThat(failures(mutant, program(mutant, TEXTS))).isEqualTo(TEXTS.get(mutant.name()));
    }

    @Test
    void everyMutantThatProgramsFindIsRecorded() {
        assertThat(TEXTS.keySet())
                .isEqualTo(mutants().stream().map(Mutant::name).collect(Collectors.toSet()));
    }

    private static String shortest(Mutant mutant) {
        Failure failure = new Hunt(Options.defaults(), true).hunt(mutant).failure();
        return Objects.requireNonNull(failure, mutant.name()).program().oneLine();
    }

    /** Returns every failure of the program, each with the rules of those before muted. */
    private static String failures(Mutant mutant, String steps) {
        StringBuilder text = new StringBuilder(mutant.name() + ": " + steps);
        ContextKit<?> kit = mutant.kit();
        Worker worker = new Worker(kit, Trials.LIMIT_MILLIS);
        Program program = Program.parse(steps);
        RuleCounts counts = new RuleCounts(kit.capabilities(), Set.of());
        Failure failure = worker.run(program, counts, Search.SHRINKING_PATIENCE);
        while (failure != null) {
            text.append(NEXT_SENTENCE).append(sentence(failure));
            counts.mute(failure.rule());
            failure = worker.run(program, counts, Search.SHRINKING_PATIENCE);
        }
        return text.toString();
    }

    private static String sentence(Failure failure) {
        return failure.rule().id() + " in step " + (failure.step() + 1) + ": " + failure.what() + " has to be "
                + failure.expected() + (failure.why().isEmpty() ? "" : ", because " + failure.why())
                + ", and is " + failure.actual();
    }
}
