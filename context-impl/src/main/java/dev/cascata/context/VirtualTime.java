package dev.cascata.context;

import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A clock for tests, with its timers, which moves only in {@link #advance}. Starts at zero, which is the epoch.
 * Thread-safe.
 *
 * <p>Timers run on the thread that calls {@code advance}, in the order of their moments; timers of one moment run in
 * the order in which they were set. The clock shows the moment of a timer while it runs. A timer that is set meanwhile
 * runs in the same advance if it is due. No lock is held while a timer runs.
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

    /** Creates a clock that shows zero and has no timers. */
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
     * Moves the clock forward and runs the timers that become due. If a timer throws, the clock stays at its moment and
     * the exception is thrown to the caller.
     *
     * @throws IllegalArgumentException if {@code time} is negative
     * @throws IllegalStateException if another advance is running, for example if a timer calls this method
     */
    public void advance(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("time cannot go back: " + time);
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

    /** Returns the number of timers that wait for their moment. */
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

    /**
     * Removes the first timer that is due at {@code end} or before, and moves the clock to it; to {@code end} if there
     * is none.
     */
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
