package dev.cascata.stress.races;

import static dev.cascata.stress.races.SmallTree.Step.CANCEL_BOTTOM;
import static dev.cascata.stress.races.SmallTree.Step.CANCEL_MIDDLE;
import static dev.cascata.stress.races.SmallTree.Step.CANCEL_TOP;
import static dev.cascata.stress.races.SmallTree.Step.DERIVE;
import static dev.cascata.stress.races.SmallTree.Step.EXPIRE;
import static dev.cascata.stress.races.SmallTree.Step.READ;
import static dev.cascata.stress.races.SmallTree.Step.READ_TOP;
import static dev.cascata.stress.races.SmallTree.Step.REGISTER;
import static dev.cascata.stress.races.SmallTree.Step.STOP;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.mutants.AtomicKit;
import dev.cascata.conformance.mutants.RaceMutant;
import dev.cascata.conformance.peers.ReferenceKit;
import dev.cascata.conformance.plain.PlainKit;
import java.util.List;
import java.util.stream.Stream;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Explores the orders of a few steps: the kits return what the model allows, and mutants do not. */
class InterleavingsTest {
    private static final int INVOCATIONS = Integer.getInteger("cascata.invocations", 300);

    /** More than any mutant takes. */
    private static final int UNTIL_CAUGHT = 3000;

    private static final List<Interleavings> RACES = List.of(
            Interleavings.of(List.of(CANCEL_TOP), List.of(CANCEL_MIDDLE, READ)),
            Interleavings.of(List.of(CANCEL_TOP), List.of(DERIVE, CANCEL_TOP)),
            Interleavings.of(List.of(CANCEL_TOP, READ), List.of(CANCEL_BOTTOM, DERIVE)),
            Interleavings.of(List.of(CANCEL_TOP), List.of(REGISTER, STOP)),
            Interleavings.of(List.of(REGISTER, CANCEL_MIDDLE), List.of(STOP, CANCEL_TOP)),
            Interleavings.of(List.of(EXPIRE), List.of(CANCEL_TOP, READ)),
            Interleavings.of(List.of(EXPIRE, READ), List.of(CANCEL_MIDDLE, DERIVE)));

    private static final Interleavings READ_DOWNWARDS = Interleavings.of(List.of(CANCEL_TOP), List.of(READ_TOP, READ));
    private static final Interleavings DERIVE_THEN_READ =
            Interleavings.of(List.of(CANCEL_TOP), List.of(DERIVE, READ_TOP));

    /** Races that show a reader an end that is not atomic. */
    private static final List<Interleavings> ATOMIC_RACES = List.of(
            READ_DOWNWARDS,
            DERIVE_THEN_READ,
            Interleavings.of(List.of(REGISTER, STOP, READ_TOP), List.of(CANCEL_TOP)),
            Interleavings.of(List.of(REGISTER, READ_TOP, STOP), List.of(CANCEL_TOP)),
            Interleavings.of(List.of(READ_TOP, READ), List.of(CANCEL_TOP), List.of(CANCEL_MIDDLE)));

    static Stream<Arguments> subjects() {
        return Stream.of(new ReferenceKit(), new PlainKit())
                .flatMap(kit -> RACES.stream().map(race -> Arguments.of(kit, race)));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("subjects")
    void everyOrderReturnsWhatTheModelAllows(ContextKit<?> kit, Interleavings race) {
        race.explore(typed(kit), INVOCATIONS);
    }

    static Stream<Arguments> atomicSubjects() {
        return Stream.concat(
                ATOMIC_RACES.stream().map(race -> Arguments.of(new ReferenceKit(), race)),
                ATOMIC_RACES.stream().limit(2).map(race -> Arguments.of(new AtomicKit(), race)));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("atomicSubjects")
    void everyReaderSeesAnAtomicEnd(ContextKit<?> kit, Interleavings race) {
        race.explore(typed(kit), INVOCATIONS);
    }

    static Stream<Arguments> mutants() {
        return Stream.of(
                Arguments.of(RaceMutant.TWO_WINNERS, Interleavings.of(List.of(CANCEL_TOP), List.of(CANCEL_TOP))),
                Arguments.of(RaceMutant.LOSER_EARLY, Interleavings.of(List.of(CANCEL_TOP), List.of(CANCEL_TOP, READ))),
                Arguments.of(RaceMutant.LAST_WINS, Interleavings.of(List.of(CANCEL_TOP), List.of(CANCEL_MIDDLE))),
                Arguments.of(RaceMutant.LOST_CHILD, Interleavings.of(List.of(CANCEL_TOP), List.of(DERIVE))),
                Arguments.of(RaceMutant.LOST_CALLBACK, Interleavings.of(List.of(CANCEL_TOP), List.of(REGISTER))),
                Arguments.of(RaceMutant.RUN_TWICE, Interleavings.of(List.of(CANCEL_TOP), List.of(REGISTER))),
                Arguments.of(
                        RaceMutant.RUNS_THOUGH_STOPPED,
                        Interleavings.of(List.of(REGISTER, CANCEL_MIDDLE), List.of(STOP))),
                Arguments.of(RaceMutant.MIXED_PAIR, Interleavings.of(List.of(CANCEL_MIDDLE), List.of(EXPIRE))),
                Arguments.of(RaceMutant.LOOKS_PAST_THE_MARK, READ_DOWNWARDS),
                Arguments.of(RaceMutant.SHOWN_TOO_EARLY, READ_DOWNWARDS),
                Arguments.of(RaceMutant.BORN_TOO_EARLY, DERIVE_THEN_READ));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutants")
    void mutantFailsWithTheOrderOfEvents(RaceMutant mutant, Interleavings race) {
        assertThatThrownBy(() -> race.explore(typed(mutant.get()), UNTIL_CAUGHT))
                .isInstanceOf(LincheckAssertionError.class)
                .hasMessageContaining("one after another")
                .hasMessageContaining("switch");
    }

    @SuppressWarnings("unchecked")
    static ContextKit<Object> typed(ContextKit<?> kit) {
        return (ContextKit<Object>) kit;
    }
}
