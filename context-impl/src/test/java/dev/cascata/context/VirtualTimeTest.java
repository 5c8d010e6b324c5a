package dev.cascata.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualTimeTest {
    private final VirtualTime time = new VirtualTime();
    private final List<String> ran = new ArrayList<>();

    private Scheduler.Timer timer(long nanos, String name) {
        return time.schedule(nanos, () -> ran.add(name + "@" + time.nanos()));
    }

    private void advance(long nanos) {
        time.advance(Duration.ofNanos(nanos));
    }

    @Test
    void startsAtZeroAndMovesOnAdvance() {
        assertThat(time.nanos()).isZero();
        assertThat(time.wallClock()).isEqualTo(Instant.EPOCH);

        advance(5);

        assertThat(time.nanos()).isEqualTo(5);
        assertThat(time.wallClock()).isEqualTo(Instant.EPOCH.plusNanos(5));
    }

    @Test
    void timersRunByMomentThenByTimeOfScheduling() {
        timer(7, "late");
        timer(3, "first");
        timer(3, "second");
        timer(1, "early");

        advance(7);

        assertThat(ran).containsExactly("early@1", "first@3", "second@3", "late@7");
    }

    @Test
    void timerRunsAtItsMomentAndNotBefore() {
        timer(5, "due");

        advance(4);
        assertThat(ran).isEmpty();
        assertThat(time.pending()).isOne();
        advance(1);

        assertThat(ran).containsExactly("due@5");
        assertThat(time.pending()).isZero();
    }

    @Test
    void timerSetDuringAdvanceRunsIfDue() {
        time.schedule(2, () -> {
            timer(0, "at once");
            timer(3, "in time");
            timer(4, "too late");
        });

        advance(5);

        assertThat(ran).containsExactly("at once@2", "in time@5");
        assertThat(time.pending()).isOne();
    }

    @Test
    void timerWithNegativeDelayRunsNow() {
        advance(5);
        timer(-3, "past");

        advance(0);

        assertThat(ran).containsExactly("past@5");
    }

    @Test
    void cancelledTimerDoesNotRun() {
        Scheduler.Timer timer = timer(5, "cancelled");
        timer.cancel();
        timer.cancel();

        assertThat(time.pending()).isZero();
        advance(5);
        assertThat(ran).isEmpty();
    }

    @Test
    void timerCanCancelAnotherOfSameMoment() {
        List<Scheduler.Timer> others = new ArrayList<>();
        time.schedule(1, () -> others.forEach(Scheduler.Timer::cancel));
        others.add(timer(1, "cancelled"));

        advance(1);

        assertThat(ran).isEmpty();
    }

    @Test
    void advanceFromTimerIsRejected() {
        time.schedule(1, () -> advance(1));

        assertThatIllegalStateException().isThrownBy(() -> advance(2));

        advance(1);
        assertThat(time.nanos()).isEqualTo(2);
    }

    @Test
    void negativeAdvanceIsRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> advance(-1));
        assertThat(time.nanos()).isZero();
    }

    @Test
    void throwingTimerLeavesClockAtItsMomentAndOthersWaiting() {
        time.schedule(1, () -> {
            throw new IllegalStateException("thrown");
        });
        timer(2, "other");

        assertThatThrownBy(() -> advance(5)).hasMessage("thrown");
        assertThat(time.nanos()).isOne();
        advance(1);

        assertThat(ran).containsExactly("other@2");
    }

    @Test
    void clockStopsAtLargestMoment() {
        timer(Long.MAX_VALUE, "last");
        advance(1);
        timer(Long.MAX_VALUE, "beyond");

        time.advance(Duration.ofSeconds(Long.MAX_VALUE));

        assertThat(time.nanos()).isEqualTo(Long.MAX_VALUE);
        assertThat(ran).hasSize(2);
    }
}
