package dev.cascata.conformance.search;

import dev.cascata.conformance.checks.Check;
import dev.cascata.conformance.peers.ReferenceKit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference judged in a few seconds, without the checks of scale; also what its own mutated code is tried with. */
class ReferenceFixedProgramsTest {
    private static final ReferenceKit KIT = new ReferenceKit();

    static IntStream seeds() {
        return FixedPrograms.seeds();
    }

    static List<Check> checks() {
        return FixedPrograms.checks(KIT);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void programsHold(int seed) {
        FixedPrograms.programs(KIT, seed);
    }

    @ParameterizedTest
    @MethodSource("checks")
    void aCheckHolds(Check check) {
        FixedPrograms.check(KIT, check);
    }
}
