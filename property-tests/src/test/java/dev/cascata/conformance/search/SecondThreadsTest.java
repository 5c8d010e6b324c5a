package dev.cascata.conformance.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.checks.Checks;
import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.mutants.CallMutant;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.trial.RuleCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A thread that a check has started takes no more processor time when the check has failed, or was given up. */
class SecondThreadsTest {
    private static final long LIMIT_MILLIS = 200;
    private static final long MOST_NANOS = 30_000_000_000L;

    @ParameterizedTest
    @EnumSource
    void threadsOfAFailedCheckEnd(CallMutant mutant) {
        List<Thread> before = threads();
        ContextKit<?> kit = mutant.kit();
        Worker worker = new Worker(kit, LIMIT_MILLIS);
        Checks.all().stream()
                .filter(check ->
                        check.allNeeds().contains(Capability.INTERRUPT_BRIDGE) && check.applies(kit.capabilities()))
                .forEach(check -> worker.run(check, new RuleCounts(kit.capabilities(), Set.of())));

        List<Thread> left = threads();
        left.removeAll(before);
        left.forEach(SecondThreadsTest::awaitRest);
    }

    /** Waits until the thread has ended or waits itself, which takes no processor from the next check. */
    private static void awaitRest(Thread thread) {
        long end = System.nanoTime() + MOST_NANOS;
        while (thread.getState() == Thread.State.RUNNABLE) {
            assertThat(System.nanoTime())
                    .as(() -> List.of(thread.getStackTrace()).toString())
                    .isLessThan(end);
            LockSupport.parkNanos(100_000);
        }
    }

    private static List<Thread> threads() {
        return new ArrayList<>(Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("check, second thread"))
                .toList());
    }
}
