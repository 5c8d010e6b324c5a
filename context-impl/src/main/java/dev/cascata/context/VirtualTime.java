package dev.cascata.context;

import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Time that only moves when told to: a clock and its timers for tests. Starts at zero, the epoch. Thread-safe.
 *
 * <p>Timers run on the thread that calls {@link #advance}, in the order of their moments and, within one moment, in
 * the order in which they were made; the clock shows each timer's moment while it runs. A timer made meanwhile runs
 * in the same advance if it is due. No lock is held while a timer runs.
 */
public final class VirtualTime implements TimeSource, Scheduler {
    private record Due(long at, long number) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byMoment = Long.compare(at, other.at);
            return byMoment != 0 ? byMoment : Long.compare(number, other.number);
        }
    }

    private final Object lock = new Object();
    private final TreeMap<Due, Runnable> timers = new TreeMap<>();
    private volatile long now;
    private long numbers;
    private boolean advancing;

    /** A clock that shows zero and has no timers. */
    public VirtualTime() {}

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public Instant wallClock() {
        return Instant.EPOCH.plusNanos(now);
    }

    @Override
    public Timer schedule(long nanos, Runnable task) {
        synchronized (lock) {
            Due due = new Due(Deadline.plus(now, Math.max(nanos, 0)), numbers++);
            timers.put(due, task);
            return () -> cancel(due);
        }
    }

    private void cancel(Due due) {
        synchronized (lock) {
            timers.remove(due);
        }
    }

    /**
     * Moves the clock on and runs whatever becomes due.
     *
     * @throws IllegalArgumentException if {@code time} is negative
     * @throws IllegalStateException if called while an advance is going on, from within a timer for instance
     */
    public void advance(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("time does not go back: " + time);
        }
        begin();
        try {
            long end = Deadline.plus(now, Deadline.nanos(time));
            for (Runnable due = next(end); due != null; due = next(end)) {
                due.run();
            }
        } finally {
            finish();
        }
    }

    /** How many timers wait for their moment. */
    public int pending() {
        synchronized (lock) {
            return timers.size();
        }
    }

    private void begin() {
        synchronized (lock) {
            if (advancing) {
                throw new IllegalStateException("time is already being advanced");
            }
            advancing = true;
        }
    }

    /** Takes the first timer due at {@code end} or before and moves the clock there; to {@code end} if there is none. */
    private @Nullable Runnable next(long end) {
        synchronized (lock) {
            if (timers.isEmpty() || timers.firstKey().at() > end) {
                now = end;
                return null;
            }
            var first = timers.pollFirstEntry();
            now = Math.max(now, first.getKey().at());
            return first.getValue();
        }
    }

    private void finish() {
        synchronized (lock) {
            advancing = false;
        }
    }
}
