package dev.cascata.context;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * Timers, ordered by the tick at which they are due: a hierarchy of {@value #LEVELS} rings of {@value #SLOTS} lists,
 * which covers every tick. Adding and cancelling take constant time, and a cancelled timer leaves nothing behind. A
 * timer moves at most once per ring before it runs.
 *
 * <p>{@code current} is the tick that the wheel has reached. Write it and the tick of a timer in base {@value #SLOTS}:
 * the most significant digit in which they differ selects the ring and the list in which the timer waits. So a timer in
 * a lower ring is due before any timer in a higher ring, and in one ring the digits give the order. All timers of a
 * list of the lowest ring are due together. When {@code current} reaches the first tick of a list of a higher ring, its
 * timers move to lower rings. Timers of one tick run in the order in which they were added.
 *
 * <pre>
 * WAITING   place &gt;= 0   in the list heads[place], whose bit is set in used
 *   | poll, when its tick is reached; or cancel
 * GONE      place &lt; 0    in no list, linked to itself, without its task
 * </pre>
 *
 * <p>{@code held} is the lock of all fields, including those of the timers: taken by compare-and-set, released by a
 * release store. It gives all happens-before edges: only one of {@code poll} and {@code cancel} finds the timer
 * WAITING, and the thread that polls a timer sees what was written before the timer was added. A thread that finds the
 * wheel held spins, then yields. No user code runs while it is held.
 */
final class TimerWheel {
    /** The binary logarithm of the length of a tick in nanoseconds. */
    static final int TICK_BITS = 17;

    /** Later than any tick. */
    static final long NEVER = Long.MAX_VALUE;

    private static final int DIGIT_BITS = 6;
    private static final int SLOTS = 1 << DIGIT_BITS;
    private static final int LEVELS = 8;

    private static final AtomicIntegerFieldUpdater<TimerWheel> HELD =
            AtomicIntegerFieldUpdater.newUpdater(TimerWheel.class, "held");

    private final @Nullable Entry[] heads = new @Nullable Entry[LEVELS * SLOTS];
    private final long[] used = new long[LEVELS];
    private long current;
    private volatile int held;

    /** A task that waits for its tick. */
    static final class Entry implements Scheduler.Timer {
        private final TimerWheel wheel;
        private final long tick;
        private @Nullable Runnable task;
        private Entry next = this;
        private Entry previous = this;
        private int place = -1;

        private Entry(TimerWheel wheel, long tick, Runnable task) {
            this.wheel = wheel;
            this.tick = tick;
            this.task = task;
        }

        long tick() {
            return tick;
        }

        @Override
        public void cancel() {
            wheel.take(this);
        }
    }

    /** Returns the tick that contains the moment {@code nanos}, which is not negative. */
    static long tickOf(long nanos) {
        return nanos >> TICK_BITS;
    }

    /** Returns the first tick that does not begin before the moment {@code nanos}, which is not negative. */
    static long tickFrom(long nanos) {
        return ((nanos - 1) >> TICK_BITS) + 1;
    }

    /** Adds a task that is due at the moment {@code nanos}, which is not negative. */
    Entry add(long nanos, Runnable task) {
        Entry entry = new Entry(this, tickFrom(nanos), task);
        hold();
        link(entry);
        free();
        return entry;
    }

    /** Returns the first tick at which a timer may be due; {@link #NEVER} if no timer waits. */
    long next() {
        hold();
        int level = lowest();
        long next = level == LEVELS ? NEVER : start(level);
        free();
        return next;
    }

    /**
     * Removes and returns the first task that is due at {@code tick} or before. If there is none, moves to {@code tick}
     * and returns null.
     */
    @Nullable
    Runnable poll(long tick) {
        hold();
        Runnable due = pollHeld(tick);
        free();
        return due;
    }

    private @Nullable Runnable pollHeld(long tick) {
        int level = lowest();
        while (level < LEVELS && start(level) <= tick) {
            current = start(level);
            Entry first = requireHead(place(level, current));
            if (level == 0) {
                return takeHeld(first);
            }
            spread(first);
            level = lowest();
        }
        current = Math.max(current, tick);
        return null;
    }

    private void take(Entry entry) {
        hold();
        takeHeld(entry);
        free();
    }

    /** Removes a waiting timer from the wheel and returns its task; returns null if the timer does not wait. */
    private @Nullable Runnable takeHeld(Entry entry) {
        Runnable task = entry.task;
        if (entry.place >= 0) {
            unlink(entry);
            entry.task = null;
        }
        return task;
    }

    /** Locks the wheel. */
    void hold() {
        for (int tries = 0; held != 0 || !HELD.compareAndSet(this, 0, 1); tries++) {
            Threads.pause(tries);
        }
    }

    void free() {
        HELD.lazySet(this, 0);
    }

    private void link(Entry entry) {
        long tick = Math.max(entry.tick, current);
        int place = place(level(tick), tick);
        Entry head = heads[place];
        if (head == null) {
            heads[place] = entry;
            used[place >> DIGIT_BITS] |= 1L << place;
        } else {
            entry.next = head;
            entry.previous = head.previous;
            head.previous.next = entry;
            head.previous = entry;
        }
        entry.place = place;
    }

    private void unlink(Entry entry) {
        Entry next = entry.next;
        if (next == entry) {
            clear(entry.place);
        } else {
            next.previous = entry.previous;
            entry.previous.next = next;
            if (heads[entry.place] == entry) {
                heads[entry.place] = next;
            }
        }
        alone(entry);
    }

    /** Moves the list of {@code first} to lower rings. */
    private void spread(Entry first) {
        clear(first.place);
        Entry last = first.previous;
        for (Entry at = first, next; ; at = next) {
            next = at.next;
            alone(at);
            link(at);
            if (at == last) {
                return;
            }
        }
    }

    private static void alone(Entry entry) {
        entry.next = entry;
        entry.previous = entry;
        entry.place = -1;
    }

    private void clear(int place) {
        heads[place] = null;
        used[place >> DIGIT_BITS] &= ~(1L << place);
    }

    private Entry requireHead(int place) {
        Entry head = heads[place];
        if (head == null) {
            throw new AssertionError("a list whose bit is set is empty: " + place);
        }
        return head;
    }

    /** Returns the ring for {@code tick}, which has not passed. */
    private int level(long tick) {
        return (Long.SIZE - 1 - Long.numberOfLeadingZeros((tick ^ current) | 1)) / DIGIT_BITS;
    }

    private static int place(int level, long tick) {
        return (level << DIGIT_BITS) | (int) (tick >> (level * DIGIT_BITS) & (SLOTS - 1));
    }

    /** Returns the lowest ring in which a timer waits. */
    private int lowest() {
        int level = 0;
        while (level < LEVELS && used[level] == 0) {
            level++;
        }
        return level;
    }

    /** Returns the first tick of the first list that is not empty, in a ring that has such a list. */
    private long start(int level) {
        int shift = level * DIGIT_BITS;
        long digit = Long.numberOfTrailingZeros(used[level]);
        return ((current >> shift & -SLOTS) | digit) << shift;
    }
}
