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

/** The model held against what it has to agree with, in a few seconds; what its own mutated code is tried with. */
class ModelFixedProgramsTest {
    private static final Vectors GO = Vectors.read(Vectors.GO);

    static IntStream seeds() {
        return FixedPrograms.seeds();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void thePlainContextDoesWhatTheModelDoes(int seed) {
        FixedPrograms.programs(new PlainKit(), seed);
    }

    @Test
    void whatGoAnsweredIsAllowed() {
        RuleCounts ledger = new RuleCounts(VectorReplay.compared(GO.header().capabilities()), Set.of());

        for (Vector vector : GO.vectors()) {
            assertThat(new VectorReplay(vector).model(ledger)).isEmpty();
        }
    }
}
