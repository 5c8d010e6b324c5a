package dev.cascata.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private static final Duration LONGEST = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);
    private static final Duration SHORTEST = Duration.ofSeconds(Long.MIN_VALUE);

    private final VirtualTime time = new VirtualTime();

    @Test
    void remainingShrinksAsTimePasses() {
        Deadline deadline = Deadline.after(Duration.ofNanos(5), time);
        assertThat(deadline.remaining()).isEqualTo(Duration.ofNanos(5));
        assertThat(deadline.isPast()).isFalse();

        time.advance(Duration.ofNanos(5));
        assertThat(deadline.remaining()).isZero();
        assertThat(deadline.isPast()).isTrue();

        time.advance(Duration.ofNanos(2));
        assertThat(deadline.remaining()).isEqualTo(Duration.ofNanos(-2));
    }

    @Test
    void afterCountsFromNow() {
        time.advance(Duration.ofNanos(3));

        assertThat(Deadline.after(Duration.ofNanos(4), time)).isEqualTo(Deadline.at(7, time));
        assertThat(Deadline.after(Duration.ofNanos(-4), time).nanos()).isEqualTo(-1);
    }

    @Test
    void overflowBecomesNearestLong() {
        time.advance(Duration.ofNanos(3));

        assertThat(Deadline.after(LONGEST, time).nanos()).isEqualTo(Long.MAX_VALUE);
        assertThat(Deadline.after(Duration.ofNanos(Long.MAX_VALUE), time).nanos())
                .isEqualTo(Long.MAX_VALUE);
        assertThat(Deadline.after(SHORTEST, time).isPast()).isTrue();
        assertThat(Deadline.at(Long.MIN_VALUE, time).remaining()).isEqualTo(Duration.ofNanos(Long.MIN_VALUE));
    }

    @Test
    void remainingDoesNotOverflowOnNegativeClock() {
        TimeSource low = at(Long.MIN_VALUE, Instant.EPOCH);

        assertThat(Deadline.at(Long.MAX_VALUE, low).remaining()).isEqualTo(Duration.ofNanos(Long.MAX_VALUE));
        assertThat(Deadline.at(Long.MAX_VALUE, low).isPast()).isFalse();
        assertThat(Deadline.after(LONGEST, low).isPast()).isFalse();
    }

    @Test
    void deadlinesOfOneSourceAreOrderedByMoment() {
        Deadline early = Deadline.at(Long.MIN_VALUE, time);
        Deadline late = Deadline.at(Long.MAX_VALUE, time);

        assertThat(early).isLessThan(late).isNotEqualTo(late);
        assertThat(late).isEqualByComparingTo(Deadline.at(Long.MAX_VALUE, time)).hasSameHashCodeAs(late);
    }

    @Test
    void deadlinesOfTwoSourcesAreOrderedByTimeLeft() {
        VirtualTime other = new VirtualTime();
        other.advance(Duration.ofNanos(100));
        Deadline here = Deadline.at(10, time);
        Deadline there = Deadline.at(105, other);

        assertThat(there).isLessThan(here);
        assertThat(Deadline.at(10, other)).isNotEqualTo(here);
        time.advance(Duration.ofNanos(7));
        assertThat(here).isLessThan(there);
    }

    @Test
    void approximateInstantIsTimeOfDay() {
        Instant noon = Instant.parse("2026-01-01T12:00:00Z");

        assertThat(Deadline.at(5_000_000_000L, at(2_000_000_000L, noon)).approximateInstant())
                .isEqualTo(noon.plusSeconds(3));
        assertThat(Deadline.at(Long.MAX_VALUE, at(0, noon)).approximateInstant())
                .isAfter(noon);
    }

    @Test
    void toStringShowsTimeLeft() {
        assertThat(Deadline.at(1_500_000_000L, time)).hasToString("in PT1.5S");
    }

    private static TimeSource at(long nanos, Instant wallClock) {
        return new TimeSource() {
            @Override
            public long nanos() {
                return nanos;
            }

            @Override
            public Instant wallClock() {
                return wallClock;
            }
        };
    }
}
