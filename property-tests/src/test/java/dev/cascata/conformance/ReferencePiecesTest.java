package dev.cascata.conformance;

import dev.cascata.conformance.checks.Check;
import dev.cascata.conformance.peers.ReferenceKit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference judged in a few seconds, without the checks of scale; also what its own mutated code is tried with. */
class ReferencePiecesTest {
    private static final ReferenceKit KIT = new ReferenceKit();

    static IntStream seeds() {
        return Pieces.seeds();
    }

    static List<Check> checks() {
        return Pieces.checks(KIT);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void programsHold(int seed) {
        Pieces.programs(KIT, seed);
    }

    @ParameterizedTest
    @MethodSource("checks")
    void aCheckHolds(Check check) {
        Pieces.check(KIT, check);
    }
}
