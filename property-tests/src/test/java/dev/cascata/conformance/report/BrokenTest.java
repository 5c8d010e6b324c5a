package dev.cascata.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.generator.Programs;
import dev.cascata.conformance.kit.Options;
import dev.cascata.conformance.mutants.CancelMutant;
import dev.cascata.conformance.mutants.Mutants;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.rules.Catalogue;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.search.Trials;
import dev.cascata.conformance.suite.Hunt;
import dev.cascata.conformance.trial.Failure;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mutant breaks the rule named for it, in a program from which no step can be dropped. */
class BrokenTest {
    private static final Map<String, Failure> FOUND = new HashMap<>();

    @ParameterizedTest
    @CsvSource({
        "UPWARDS, CANCEL_5",
        "FIRST_CHILD_ONLY, CANCEL_4",
        "LAST_WINS, CAUSE_5",
        "EXPIRY_AS_CANCEL, DEADLINE_4",
        "CAUSE_STAYS_UP, CAUSE_6",
        "LATER_DEADLINE_WINS, DEADLINE_2",
        "TIMER_RUNS_ON, DEADLINE_10",
        "OUTERMOST_VALUE, VALUE_1",
        "DETACHED_IS_LINKED, DETACH_1",
        "STOP_ALWAYS_TRUE, CALLBACK_7",
        "CALLBACK_TWICE, CALLBACK_2",
        "NEVER_UNLINKED, LINK_2",
        "HOOK_NOT_RELEASED, FOREIGN_5",
        "FOREIGN_CAUSE_LOST, FOREIGN_11",
        "HOOK_IGNORED, FOREIGN_4",
        "RECURSIVE_LOOKUP, SCALE_2",
        "MERGED_HEARS_ONE_PARENT, MERGE_1",
        "MERGED_LOSES_CAUSE, MERGE_2",
        "MERGED_LATEST_DEADLINE, MERGE_3",
        "MERGED_LAST_IS_FIRST, MERGE_4",
        "MERGED_NOT_PARTED, MERGE_5",
        "MERGED_BORN_LIVE, MERGE_6",
        "MERGED_ENDS_ITS_PARENT, MERGE_7",
        "WALK_STOPS_AT_MERGED, MERGE_8",
        "MERGED_HELD_TWICE, MERGE_9",
    })
    void isFoundByAMinimalProgram(String name, String id) {
        Rule rule = Catalogue.find(id).orElseThrow();

        Failure failure = found(name, rule);

        assertThat(failure.rule()).isEqualTo(rule);
        Trials.assertMinimal(Mutants.named(name).kit(), failure, Trials.allBut(rule));
    }

    /** Hunts once for both tests. */
    private static Failure found(String name, Rule rule) {
        return FOUND.computeIfAbsent(name + " " + rule.id(), key -> hunted(name, rule));
    }

    private static Failure hunted(String name, Rule rule) {
        Options options =
                new Options(Options.DEFAULT_SEED, Options.DEFAULT_PROGRAMS, List.of(rule), false, Trials.LIMIT_MILLIS);
        return Objects.requireNonNull(
                new Hunt(options, true).hunt(Mutants.named(name)).failure());
    }

    @ParameterizedTest
    @CsvSource({
        "NEVER_UNLINKED, LINK_2, found-leak.txt",
        "CAUSE_STAYS_UP, CAUSE_6, found-lost-cause.txt",
        "STOP_ALWAYS_TRUE, CALLBACK_7, found-dishonest-stop.txt",
        "TREES_SHARE_A_LIST, ROOT_5, found-shared-trees.txt",
        "SIDEWAYS, CANCEL_5, found-sideways.txt",
        "ERR_BY_THE_CLOCK, ERR_5, found-kind-by-the-clock.txt",
        "A_TICK_LATE, DEADLINE_17, found-late-tick.txt",
        "LATER_DEADLINE_WINS, DEADLINE_2, found-later-deadline.txt",
        "NULL_HIDES_NOTHING, VALUE_3, found-null-value.txt",
        "CAUSE_BEYOND_DETACHED_LAYER, DETACH_4, found-cause-beyond-detached.txt",
        "HOOK_OF_THE_ENDED, FOREIGN_12, found-late-hook.txt",
        "CALLBACK_TWICE, CALLBACK_2, found-at-the-end.txt",
        "SECOND_CANCEL_THROWS, USE_7, found-throw.txt",
    })
    void failureTextReadsAsPinned(String name, String id, String golden) {
        Rule rule = Catalogue.find(id).orElseThrow();

        Failure failure = found(name, rule);

        assertThat(failure.rule()).isEqualTo(rule);
        Golden.check(golden, framesLeftOut(FailureText.render(failure, Samples.REPLAY)));
    }

    /** Frames differ from one JDK to the next. */
    private static String framesLeftOut(String text) {
        return text.replaceAll("(\\R *\\tat [^\\n]*)+", "\n                  \tat ...");
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void sameSeedMakesTheSamePrograms(boolean again) {
        Program[] first = programs(again ? 7 : 8);
        Program[] second = programs(7);

        assertThat(Arrays.equals(first, second)).isEqualTo(again);
    }

    private static Program[] programs(long seed) {
        Program[] programs = new Program[100];
        JqwikSession.run(() -> {
            RandomGenerator<Program> generator =
                    Programs.all(CancelMutant.UPWARDS.kit().capabilities()).generator(1000);
            Random random = new Random(seed);
            for (int i = 0; i < programs.length; i++) {
                programs[i] = generator.next(random).value();
            }
        });
        return programs;
    }
}
