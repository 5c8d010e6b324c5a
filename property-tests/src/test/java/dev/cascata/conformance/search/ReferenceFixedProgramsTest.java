package dev.cascata.conformance.search;

import dev.cascata.conformance.checks.Check;
import dev.cascata.conformance.peers.ReferenceKit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The reference passes fixed programs and the short checks, within seconds. Mutated code of the reference is judged by
 * them.
 */
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
    void referencePassesPrograms(int seed) {
        FixedPrograms.programs(KIT, seed);
    }

    @ParameterizedTest
    @MethodSource("checks")
    void referencePassesCheck(Check check) {
        FixedPrograms.check(KIT, check);
    }
}
