package dev.cascata.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.Vectors.Vector;
import dev.cascata.conformance.mutants.PlainKit;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The model held against what it has to agree with, in a few seconds; what its own mutated code is tried with. */
class ModelPiecesTest {
    private static final Vectors GO = Vectors.read(Vectors.GO);

    static IntStream seeds() {
        return Pieces.seeds();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void thePlainContextDoesWhatTheModelDoes(int seed) {
        Pieces.programs(new PlainKit(), seed);
    }

    @Test
    void whatGoAnsweredIsAllowed() {
        Ledger ledger = new Ledger(VectorReplay.compared(GO.header().capabilities()), Set.of());

        for (Vector vector : GO.vectors()) {
            assertThat(new VectorReplay(vector).model(ledger)).isEmpty();
        }
    }
}
