package dev.cascata.conformance.generator;

import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.rules.Capability;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/**
 * Generates random programs, with jqwik, which also shrinks them.
 *
 * <p>A {@link Draw} does not depend on the steps before it. {@link Resolver} turns any list of draws into a program, so
 * every part of a program can be shrunk by itself.
 */
public final class Programs {
    private static final int MOST_STEPS = 28;
    private static final int QUIET_OUT_OF = 8;

    /** A step before it refers to contexts and callbacks: what to do, with which of them, and numbers to vary it. */
    record Draw(What what, int who, int how, int number, int cause) {}

    /** What a step does, how often it is drawn, and which capabilities it needs. */
    enum What {
        WITH_CANCEL(14),
        WITH_DEADLINE(11, Capability.DEADLINES),
        WITH_TIMEOUT(6, Capability.DEADLINES),
        WITH_VALUE(9, Capability.VALUES),
        WITHOUT_CANCEL(4, Capability.DETACH),
        FOREIGN(6, Capability.FOREIGN_PARENTS),
        BACKGROUND(3),
        FAN(3),
        CHAIN(2),
        LAYERS(1, Capability.VALUES),
        CANCEL(16),
        AFTER_FUNC(11, Capability.CALLBACKS),
        AFTER_FUNC_AGAIN(3, Capability.CALLBACKS),
        STOP(6, Capability.CALLBACKS),
        ADVANCE(10, Capability.DEADLINES, Capability.VIRTUAL_TIME),
        MERGE(5, Capability.MERGE),
        /** Several steps at once; see {@link Scenario}. */
        STALK(9),
        FAMILY(8),
        NOTES(4, Capability.CALLBACKS);

        final int weight;

        @SuppressWarnings("ImmutableEnumChecker")
        final Set<Capability> needs;

        What(int weight, Capability... needs) {
            this.weight = weight;
            this.needs = Set.of(needs);
        }

        boolean scenario() {
            return this == STALK || this == FAMILY || this == NOTES;
        }
    }

    private Programs() {}

    /** Returns programs for a library with these capabilities. */
    public static Arbitrary<Program> all(Set<Capability> capabilities) {
        Arbitrary<List<Draw>> draws = draws(capabilities)
                .list()
                .ofMinSize(1)
                .ofMaxSize(MOST_STEPS)
                .withSizeDistribution(RandomDistribution.uniform());
        Arbitrary<Integer> quiet = numbers(0, QUIET_OUT_OF - 1);
        return Combinators.combine(draws, quiet)
                .as((list, q) -> new Program(new Resolver(capabilities).resolve(list), q == QUIET_OUT_OF - 1));
    }

    private static Arbitrary<Draw> draws(Set<Capability> capabilities) {
        List<Tuple2<Integer, What>> weighted = new ArrayList<>();
        for (What what : What.values()) {
            if (capabilities.containsAll(what.needs)) {
                weighted.add(Tuple.of(what.weight, what));
            }
        }
        return Combinators.combine(
                        Arbitraries.frequency(weighted), numbers(-8, 8), numbers(0, 99), numbers(0, 99), numbers(0, 11))
                .as(Draw::new);
    }

    private static Arbitrary<Integer> numbers(int least, int most) {
        return Arbitraries.integers().between(least, most).withDistribution(RandomDistribution.uniform());
    }
}
