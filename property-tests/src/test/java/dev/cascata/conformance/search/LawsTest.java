package dev.cascata.conformance.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.generator.Programs;
import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.kit.Options;
import dev.cascata.conformance.mutants.CallbackMutant;
import dev.cascata.conformance.mutants.CancelMutant;
import dev.cascata.conformance.mutants.CauseMutant;
import dev.cascata.conformance.mutants.DeadlineMutant;
import dev.cascata.conformance.mutants.ErrMutant;
import dev.cascata.conformance.mutants.Mutant;
import dev.cascata.conformance.mutants.TimerMutant;
import dev.cascata.conformance.mutants.ValueMutant;
import dev.cascata.conformance.peers.ReferenceKit;
import dev.cascata.conformance.plain.PlainKit;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.rules.CallbackRule;
import dev.cascata.conformance.rules.CancelRule;
import dev.cascata.conformance.rules.Catalogue;
import dev.cascata.conformance.rules.CauseRule;
import dev.cascata.conformance.rules.DeadlineRule;
import dev.cascata.conformance.rules.ErrRule;
import dev.cascata.conformance.rules.LinkRule;
import dev.cascata.conformance.rules.RootRule;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.rules.ValueRule;
import dev.cascata.conformance.trial.Failure;
import dev.cascata.conformance.trial.RuleCounts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The laws of a context as named properties. Each checks the rules that make it up, fails if random programs rarely
 * reach the state that it is about, and is seen to fail on a context that breaks it.
 */
class LawsTest {
    /** The percentage of programs that have to reach the state that a law is about. */
    private static final double REACHED_AT_LEAST = 4;

    private static final int PROGRAMS_ON_BROKEN = 300;

    /** The same for all laws, which so draw the same programs. */
    private static final String SEED = "" + Options.DEFAULT_SEED;

    private static final Map<String, Judgement> JUDGEMENTS = new HashMap<>();

    /** What became of a program, of which every rule was checked. */
    private record Judgement(RuleCounts counts, @Nullable Failure failure) {}

    /** A law: the rules that make it up, and a context that breaks it. */
    enum Law {
        CHILD_NOT_DONE_BEFORE_PARENT(
                CancelMutant.UPWARDS, CancelRule.CANCEL_1, CancelRule.CANCEL_5, DeadlineRule.DEADLINE_5),
        DEADLINE_IS_MINIMUM(DeadlineMutant.LATER_DEADLINE_WINS, DeadlineRule.DEADLINE_1, DeadlineRule.DEADLINE_2),
        CANCEL_REACHES_EVERYTHING_BELOW(
                CauseMutant.CAUSE_STAYS_UP, CancelRule.CANCEL_3, CancelRule.CANCEL_4, CauseRule.CAUSE_6, ErrRule.ERR_5),
        SIBLINGS_AND_ANCESTORS_UNTOUCHED(CancelMutant.UPWARDS, CancelRule.CANCEL_5, RootRule.ROOT_5),
        FIRST_EVENT_WINS(
                CauseMutant.LAST_WINS,
                ErrRule.ERR_3,
                CauseRule.CAUSE_5,
                CauseRule.CAUSE_7,
                CancelRule.CANCEL_6,
                CancelRule.CANCEL_11),
        ERR_EXACTLY_WHEN_DONE(ErrMutant.ERR_FORGOTTEN, ErrRule.ERR_1, ErrRule.ERR_2, CauseRule.CAUSE_1),
        CALLBACK_AT_MOST_ONCE(
                CallbackMutant.CALLBACK_TWICE,
                CallbackRule.CALLBACK_2,
                CallbackRule.CALLBACK_6,
                CallbackRule.CALLBACK_7,
                CallbackRule.CALLBACK_8),
        NEAREST_VALUE_WINS(ValueMutant.OUTERMOST_VALUE, ValueRule.VALUE_1, ValueRule.VALUE_6),
        NOTHING_IS_LEFT(TimerMutant.TIMER_RUNS_ON, LinkRule.LINK_8),
        EQUALS_THE_MODEL(CancelMutant.FIRST_CHILD_ONLY, Catalogue.all().toArray(Rule[]::new));

        @SuppressWarnings("ImmutableEnumChecker")
        final Mutant breaker;

        @SuppressWarnings("ImmutableEnumChecker")
        final List<Rule> rules;

        Law(Mutant breaker, Rule... rules) {
            this.breaker = breaker;
            this.rules = List.of(rules);
        }
    }

    @Provide
    Arbitrary<Program> programs() {
        return Programs.all(new ReferenceKit().capabilities());
    }

    @Provide
    Arbitrary<ContextKit<?>> kits() {
        return Arbitraries.of(new ReferenceKit(), new PlainKit());
    }

    @Property(edgeCases = EdgeCasesMode.NONE, seed = SEED)
    void childIsNotDoneBeforeItsParentUnlessItEndedItself(
            @ForAll("kits") ContextKit<?> kit, @ForAll("programs") Program program) {
        holds(Law.CHILD_NOT_DONE_BEFORE_PARENT, kit, program);
    }

    @Property(edgeCases = EdgeCasesMode.NONE, seed = SEED)
    void effectiveDeadlineIsTheEarliest(@ForAll("kits") ContextKit<?> kit, @ForAll("programs") Program program) {
        holds(Law.DEADLINE_IS_MINIMUM, kit, program);
    }

    @Property(edgeCases = EdgeCasesMode.NONE, seed = SEED)
    void cancelOfAParentEndsEveryLinkedDescendantWithItsErrAndCause(
            @ForAll("kits") ContextKit<?> kit, @ForAll("programs") Program program) {
        holds(Law.CANCEL_REACHES_EVERYTHING_BELOW, kit, program);
    }

    @Property(edgeCases = EdgeCasesMode.NONE, seed = SEED)
    void siblingsAndAncestorsStayLive(@ForAll("kits") ContextKit<?> kit, @ForAll("programs") Program program) {
        holds(Law.SIBLINGS_AND_ANCESTORS_UNTOUCHED, kit, program);
    }

    @Property(edgeCases = EdgeCasesMode.NONE, seed = SEED)
    void firstEventDecidesErrAndCauseForEver(@ForAll("kits") ContextKit<?> kit, @ForAll("programs") Program program) {
        holds(Law.FIRST_EVENT_WINS, kit, program);
    }

    @Property(edgeCases = EdgeCasesMode.NONE, seed = SEED)
    void contextHasAnErrExactlyWhenDone(@ForAll("kits") ContextKit<?> kit, @ForAll("programs") Program program) {
        holds(Law.ERR_EXACTLY_WHEN_DONE, kit, program);
    }

    @Property(edgeCases = EdgeCasesMode.NONE, seed = SEED)
    void stoppedCallbackNeverRunsAndOthersRunAtMostOnce(
            @ForAll("kits") ContextKit<?> kit, @ForAll("programs") Program program) {
        holds(Law.CALLBACK_AT_MOST_ONCE, kit, program);
    }

    @Property(edgeCases = EdgeCasesMode.NONE, seed = SEED)
    void nearestValueIsFoundAndDerivingKeepsTheValuesOfTheParent(
            @ForAll("kits") ContextKit<?> kit, @ForAll("programs") Program program) {
        holds(Law.NEAREST_VALUE_WINS, kit, program);
    }

    @Property(edgeCases = EdgeCasesMode.NONE, seed = SEED)
    void nothingIsLeftAfterEveryContextHasEnded(
            @ForAll("kits") ContextKit<?> kit, @ForAll("programs") Program program) {
        holds(Law.NOTHING_IS_LEFT, kit, program);
    }

    @Property(edgeCases = EdgeCasesMode.NONE, seed = SEED)
    void libraryDoesWhatTheModelDoes(@ForAll("kits") ContextKit<?> kit, @ForAll("programs") Program program) {
        holds(Law.EQUALS_THE_MODEL, kit, program);
    }

    private static void holds(Law law, ContextKit<?> kit, Program program) {
        Judgement judgement = JUDGEMENTS.computeIfAbsent(kit.id() + program, key -> judge(kit, program));

        assertThat(judgement.failure).as("%s on %s", law, kit.name()).isNull();
        boolean reached = law.rules.stream().anyMatch(r -> judgement.counts.held(r) > 0);
        Statistics.collect(reached);
        Statistics.coverage(c -> c.check(true).percentage(p -> p >= REACHED_AT_LEAST));
    }

    /** Runs the program once for all laws: while no rule is broken, each is checked as if it were the only one. */
    private static Judgement judge(ContextKit<?> kit, Program program) {
        RuleCounts counts = new RuleCounts(kit.capabilities(), Set.of());
        return new Judgement(counts, Trials.run(kit, program, counts));
    }

    @ParameterizedTest
    @EnumSource
    void lawFailsOnABrokenContext(Law law) {
        ContextKit<?> broken = law.breaker.kit();
        boolean[] failed = new boolean[1];

        JqwikSession.run(() -> {
            RandomGenerator<Program> programs =
                    Programs.all(broken.capabilities()).generator(1000);
            Random random = new Random(1);
            for (int i = 0; i < PROGRAMS_ON_BROKEN && !failed[0]; i++) {
                Program program = programs.next(random).value();
                failed[0] = Trials.run(broken, program, Trials.only(broken, law.rules)) != null;
            }
        });

        assertThat(failed[0]).as("%s on a context that is %s", law, law.breaker).isTrue();
    }
}
