package dev.cascata.conformance.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.kit.Options;
import dev.cascata.conformance.peers.ReferenceKit;
import dev.cascata.conformance.program.Program;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run of the default length reaches each kind of state often enough. */
class ReachTest {
    private static final Statistics STATISTICS = new Statistics();

    @BeforeAll
    static void draw() {
        JqwikSession.run(() -> {
            RandomGenerator<Program> programs =
                    Programs.all(new ReferenceKit().capabilities()).generator(1000);
            Random random = new Random(Options.DEFAULT_SEED);
            for (int i = 0; i < Options.DEFAULT_PROGRAMS; i++) {
                STATISTICS.count(programs.next(random).value());
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "step WithCancel, 3000",
        "step WithDeadline, 2000",
        "step WithTimeout, 1000",
        "step WithValue, 1500",
        "step WithoutCancel, 800",
        "step Foreign, 1000",
        "step Background, 150",
        "step Fan, 300",
        "step Chain, 300",
        "step Layers, 150",
        "step Cancel, 2500",
        "step AfterFunc, 2000",
        "step AfterFuncAgain, 300",
        "step StopCallback, 700",
        "step Advance, 1500",
        "step Merge, 700",
        "merge of branches, 100",
        "merge with an ancestor, 30",
        "merge of fewer than it names, 100",
        "merge with a foreign context, 15",
        "merge with a done context, 150",
        "foreign SHARING, 250",
        "foreign OWN, 250",
        "foreign HOOK, 250",
        "cancel of a live context, 1000",
        "cancel of a done context, 1000",
        "cancel plain, 1000",
        "cancel with a cause, 500",
        "cancel with null, 150",
        "stop of a waiting callback, 300",
        "stop of no use, 200",
        "advance to an expiry, 300",
        "advance to no expiry, 500",
        "deadline past, 400",
        "deadline huge, 100",
        "deadline equal to the parent's, 100",
        "deadline later than the parent's, 200",
        "deadline earlier or alone, 1000",
        "derived from a done context, 700",
        "tie, 40",
        "quiet, 150",
        "depth    8 or more, 50",
        "depth   16 or more, 20",
        "depth   64 or more, 50",
        "depth 1000 or more, 30",
        "width    8 or more, 5",
        "width   64 or more, 20",
        "width 1000 or more, 10",
    })
    void kindOfStateIsReachedOftenEnough(String what, long floor) {
        Map<String, Long> counts = STATISTICS.counts();

        assertThat(counts.getOrDefault(what, 0L)).as("%s of %s", what, counts).isGreaterThanOrEqualTo(floor);
    }
}
