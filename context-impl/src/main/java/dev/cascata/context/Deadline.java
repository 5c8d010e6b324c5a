package dev.cascata.context;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A moment on a {@link TimeSource}, in nanoseconds. Immutable.
 *
 * <p>Two deadlines of one source are ordered by their moments. Two deadlines of different sources are ordered by the
 * time that each of them has left now. A deadline that does not fit into a {@code long} becomes the nearest one that
 * does.
 */
@SuppressWarnings("exports") // Nullable: see module-info.
public final class Deadline implements Comparable<Deadline> {
    private final long nanos;
    private final TimeSource source;

    private Deadline(long nanos, TimeSource source) {
        this.nanos = nanos;
        this.source = Objects.requireNonNull(source, "source");
    }

    /** Returns the moment {@code nanos} nanoseconds after the origin of {@code source}. */
    public static Deadline at(long nanos, TimeSource source) {
        return new Deadline(nanos, source);
    }

    /** Returns the moment {@code time} from now. It has passed if {@code time} is zero or negative. */
    public static Deadline after(Duration time, TimeSource source) {
        return in(nanos(time), source);
    }

    /** Returns the moment {@code nanos} nanoseconds from now. */
    static Deadline in(long nanos, TimeSource source) {
        return new Deadline(plus(source.nanos(), nanos), source);
    }

    boolean isOn(TimeSource other) {
        return source == other;
    }

    /** Returns the nanoseconds from the origin of the source to this moment. */
    public long nanos() {
        return nanos;
    }

    /** Returns the time left; zero or negative once the deadline has passed. */
    public Duration remaining() {
        return Duration.ofNanos(remainingNanos());
    }

    /** Returns true once no time is left. */
    public boolean isPast() {
        return remainingNanos() <= 0;
    }

    /** Returns the time of day of this moment, as estimated now, for logs and messages. */
    public Instant approximateInstant() {
        return source.wallClock().plus(remaining());
    }

    long remainingNanos() {
        return plus(nanos, negated(source.nanos()));
    }

    @Override
    public int compareTo(Deadline other) {
        return source == other.source
                ? Long.compare(nanos, other.nanos)
                : Long.compare(remainingNanos(), other.remainingNanos());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Deadline that && source == that.source && nanos == that.nanos;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(nanos);
    }

    @Override
    public String toString() {
        return "in " + remaining();
    }

    /** Returns the length in nanoseconds, or the nearest {@code long}. */
    static long nanos(Duration time) {
        try {
            return time.toNanos();
        } catch (ArithmeticException tooLong) {
            return time.isNegative() ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    private static long negated(long value) {
        return value == Long.MIN_VALUE ? Long.MAX_VALUE : -value;
    }

    static long plus(long a, long b) {
        long sum = a + b;
        boolean overflow = ((a ^ sum) & (b ^ sum)) < 0;
        return overflow ? (a < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
    }
}
