package dev.cascata.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.checks.Check;
import dev.cascata.conformance.checks.Checks;
import dev.cascata.conformance.kit.Options;
import dev.cascata.conformance.known.KnownFailing;
import dev.cascata.conformance.mutants.Mutants;
import dev.cascata.conformance.search.Progress;
import dev.cascata.conformance.trial.Failure;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Directed checks fail on contexts that are broken in the point that they check, and the failure has a reason. */
class DirectedBreakTest {
    private static final long LIMIT_MILLIS = 1500;

    @ParameterizedTest
    @CsvSource({
        "NULL_KEY_BOUND, null-key",
        "NULL_CALLBACK_TAKEN, null-callback",
        "NULL_CALLBACK_LINKED, null-callback-leaves-nothing",
        "CANCEL_INSIDE_CALLBACK_LOST, inside-callback-cancel-parent",
        "CHILD_MADE_INSIDE_CALLBACK_LOST, inside-callback-derive-parent",
        "CALLBACK_REGISTERED_INSIDE_CALLBACK_LOST, inside-callback-register-itself",
        "STOP_INSIDE_CALLBACK_LOST, inside-callback-stop-parent",
        "THROWN_IS_SWALLOWED, throwing-exception",
        "ERROR_STOPS_THE_WALK, throwing-error-at-once",
        "REFUSAL_STOPS_THE_WALK, refusing-executor",
        "CALLBACKS_UNDER_A_LOCK, second-thread-cancels-context",
        "LATE_CALLBACK_UNDER_A_LOCK, second-thread-after-late-registration",
        "LOCK_OF_ALL_TREES, crossing-callbacks",
        "CANCEL_WAITS_FOR_CALLBACKS, cancel-does-not-wait",
        "STOP_WAITS_FOR_THE_CALLBACK, stop-does-not-wait",
        "READS_TAKE_THE_LOCK, reads-while-callback-blocks",
        "NULL_ERR_NOT_EXPLAINED, foreign-ends-without-err",
        "CALL_RUNS_WHEN_ENDED, call-on-done-without-err",
        "HOOK_THAT_FIRES_AT_ONCE_LOST, foreign-calls-back-at-once",
        "HOOK_THAT_FIRES_AT_ONCE_LOST, foreign-calls-back-at-once-merged",
        "CAUSE_DECIDES_THE_KIND, cause-that-looks-like-expiry",
        "WAKE_UP_LOST, wait-until-cancel",
        "WAIT_DOES_NOT_LOOK, wait-for-done",
        "DEAD_WAITERS_STAY, wait-leaves-nothing",
        "WAITING_THREADS_LISTED, waiting-threads-collected",
        "SECRET_PRINTED, print-hides-values",
        "REMOVAL_SEARCHES, cost-of-cancel-one-by-one",
        "EVERY_CONTEXT_REGISTERED, child-of-root-collected",
        "ENDED_PARENT_KEEPS_CHILDREN, done-parent-drops-children",
        "TIMER_REMEMBERED, cancelled-timer-collected",
        "CALLBACK_HELD_WEAKLY, unreferenced-callback-runs",
        "TIMER_SETS_ITSELF_AGAIN, nothing-scheduled-after-the-end",
        "THREAD_FOR_EACH_CHILD, no-thread-where-none-is-needed",
        "RECURSIVE_LOOKUP, look-up-deep",
    })
    void checkFailsOnTheMutantWithAReason(String mutant, String name) {
        Check check = Checks.find(name).orElseThrow();
        Options options = new Options(Options.DEFAULT_SEED, 1, List.of(), false, LIMIT_MILLIS);

        KitReport report = new Suite(options, KnownFailing.none(), Progress.NONE)
                .judge(Mutants.named(mutant).kit(), check);

        Failure failure = report.results().stream()
                .map(RuleResult::failure)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        assertThat(failure.check()).isEqualTo(check);
        assertThat(failure.why()).isNotBlank();
    }
}
