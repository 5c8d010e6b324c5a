package dev.cascata.conformance.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.cascata.conformance.driver.OperationThrew;
import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.mutants.MergeMutant;
import dev.cascata.conformance.mutants.Misbehaving;
import dev.cascata.conformance.mutants.Mutants;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The checks of bound calls, futures and merged contexts fail on contexts that are broken in the point they check. */
class BoundChecksTest {
    private static final long LIMIT_MILLIS = 1_000;
    private static final long STACK = 256 * 1024;

    @ParameterizedTest
    @CsvSource({
        "CALL_NOT_INTERRUPTED, call-interrupted-by-expiry, CALL_1",
        "CALL_INTERRUPT_STAYS, call-clears-interrupt, CALL_2",
        "CALL_INTERRUPT_STAYS, calls-within-calls, CALL_2",
        "CALL_INTERRUPTED_LATE, call-returns-while-context-ends, USE_5",
        "CALL_SWALLOWS_INTERRUPT, call-keeps-pending-interrupt, CALL_3",
        "CALL_SWALLOWS_INTERRUPT, call-keeps-interrupt-as-context-ends, CALL_3",
        "CALL_RUNS_WHEN_ENDED, call-on-done-context, CALL_4",
        "CALL_HIDES_THE_END, call-reports-cause, CALL_5",
        "CALL_INTERRUPTED_BY_CALLBACK, call-interrupted-by-busy-executor, CALL_6",
        "CALL_LEFT_BEHIND, call-leaves-nothing, CALL_7",
        "FUTURE_FORGOTTEN, future-cancelled, CALL_8",
        "FUTURE_FORGOTTEN, future-bound-late, CALL_8",
        "FUTURE_CANCELLED_AFTER_STOP, future-unregistered, CALL_8",
        "FUTURE_HELD, future-completes, CALL_9",
        "FUTURE_HELD, future-completed-before, CALL_9",
    })
    void checkFailsOnTheMutant(String mutant, String name, String rule) throws Exception {
        fails(Mutants.named(mutant).kit(), name, rule);
    }

    @Test
    void checkFailsOnAWalkThatReturnsEarly() throws Exception {
        fails(MergeMutant.WALK_STOPS_AT_MERGED.kit(), "merges-cancelled-at-once", "MERGE_11");
    }

    @ParameterizedTest
    @EnumSource(names = "OVERFLOWS_WHEN_DEEP")
    void checkFailsOnRecursion(Misbehaving broken) throws Exception {
        fails(broken.kit(), "merge-deep", "MERGE_10");
    }

    private static void fails(ContextKit<?> kit, String name, String rule) throws Exception {
        Check check = Checks.find(name).orElseThrow();
        Stage stage = new Stage(kit, LIMIT_MILLIS);
        FutureTask<Throwable> playing = new FutureTask<>(() -> catchThrowable(() -> stage.play(check.body())));
        new Thread(null, playing, "check", STACK).start();

        assertThat(check.rule().id()).isEqualTo(rule);
        assertThat(playing.get(100, TimeUnit.SECONDS)).isInstanceOfAny(Stage.Failed.class, OperationThrew.class);
    }
}
