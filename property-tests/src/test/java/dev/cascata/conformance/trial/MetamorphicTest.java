package dev.cascata.conformance.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.generator.Programs;
import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.peers.ReferenceKit;
import dev.cascata.conformance.plain.PlainKit;
import dev.cascata.conformance.program.Program;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.sessions.JqwikSession;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Relations between two runs of one library hold without a model, so they also test the model. Each is seen to fail on
 * a context that breaks it.
 */
class MetamorphicTest {
    private static final int PROGRAMS_ON_BROKEN = 300;
    private static final double RELATED_AT_LEAST = 30;

    @Provide
    Arbitrary<Program> programs() {
        return Programs.all(new ReferenceKit().capabilities()).map(Rewriting::small);
    }

    @Provide
    Arbitrary<ContextKit<?>> kits() {
        return Arbitraries.of(new ReferenceKit(), new PlainKit());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void unrelatedSiblingChangesNothing(
            @ForAll("kits") ContextKit<?> kit,
            @ForAll("programs") Program program,
            @ForAll @IntRange(max = 1000) int choice) {
        holds(Relation.UNRELATED_SIBLING_CHANGES_NOTHING, kit, program, choice);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void valueLayerChangesNothing(
            @ForAll("kits") ContextKit<?> kit,
            @ForAll("programs") Program program,
            @ForAll @IntRange(max = 1000) int choice) {
        holds(Relation.VALUE_LAYER_CHANGES_NOTHING, kit, program, choice);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void foreignContextThatSharesDoneChangesNothing(
            @ForAll("kits") ContextKit<?> kit,
            @ForAll("programs") Program program,
            @ForAll @IntRange(max = 1000) int choice) {
        holds(Relation.FOREIGN_CONTEXT_CHANGES_NOTHING, kit, program, choice);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void independentStepsCanBeExchanged(
            @ForAll("kits") ContextKit<?> kit,
            @ForAll("programs") Program program,
            @ForAll @IntRange(max = 1000) int choice) {
        holds(Relation.INDEPENDENT_STEPS_CAN_BE_EXCHANGED, kit, program, choice);
        Statistics.collect(Exchange.find(program.steps(), choice) >= 0);
        Statistics.coverage(c -> c.check(true).percentage(p -> p >= RELATED_AT_LEAST));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void cancelOfASubtreeEqualsCancelsOfItsContextsFromTheTop(
            @ForAll("kits") ContextKit<?> kit,
            @ForAll("programs") Program program,
            @ForAll @IntRange(max = 1000) int choice) {
        holds(Relation.SUBTREE_ENDS_AS_ITS_CONTEXTS_DO, kit, program, choice);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void shiftingAllTimesShiftsAllDeadlines(
            @ForAll("kits") ContextKit<?> kit,
            @ForAll("programs") Program program,
            @ForAll @IntRange(max = 1000) int choice) {
        holds(Relation.TIME_MAY_BEGIN_LATER, kit, program, choice);
    }

    private static void holds(Relation relation, ContextKit<?> kit, Program program, int choice) {
        assertThat(relation.holds(kit, program.steps(), choice))
                .as("%s on %s with choice %d of\n%s", relation, kit.name(), choice, program)
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void relationFailsOnABrokenContext(Relation relation) {
        ContextKit<?> broken = relation.breaker.kit();
        boolean[] failed = new boolean[1];

        JqwikSession.run(() -> {
            RandomGenerator<Program> programs =
                    Programs.all(broken.capabilities()).map(Rewriting::small).generator(1000);
            Random random = new Random(1);
            for (int i = 0; i < PROGRAMS_ON_BROKEN && !failed[0]; i++) {
                Program program = programs.next(random).value();
                failed[0] = !relation.holds(broken, program.steps(), random.nextInt(1000));
            }
        });

        assertThat(failed[0])
                .as("%s on a context that is %s", relation, relation.breaker)
                .isTrue();
    }
}
