package dev.cascata.conformance.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.plain.PlainKit;
import dev.cascata.conformance.search.FixedPrograms;
import dev.cascata.conformance.trial.RuleCounts;
import dev.cascata.conformance.vectors.Vectors.Vector;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the model with the plain context and with Go in a few seconds. Mutation testing of the model runs it. */
class ModelFixedProgramsTest {
    private static final Vectors GO = Vectors.read(Vectors.GO);

    static IntStream seeds() {
        return FixedPrograms.seeds();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void plainContextAgreesWithTheModel(int seed) {
        FixedPrograms.programs(new PlainKit(), seed);
    }

    @Test
    void modelAllowsTheRunsOfGo() {
        RuleCounts counts = new RuleCounts(VectorReplay.compared(GO.header().capabilities()), Set.of());

        for (Vector vector : GO.vectors()) {
            assertThat(new VectorReplay(vector).model(counts)).isEmpty();
        }
    }
}
