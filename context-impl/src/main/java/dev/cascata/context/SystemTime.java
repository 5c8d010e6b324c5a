package dev.cascata.context;

import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The system's clock and its timers. The timers wait in several {@linkplain TimerWheel wheels}, so that threads rarely
 * wait for each other; a thread always uses the same wheel. Timers run in the order of their ticks, also across
 * wheels.
 *
 * <p>The thread that runs the timers writes {@code sleepsUntil} (volatile), then reads the first tick of every wheel
 * again, under its lock. A thread that sets a timer adds it under the same lock, then reads {@code sleepsUntil}, and
 * wakes the other thread if the timer is due earlier. If the timer was added after the wheel was read, the lock makes
 * {@code sleepsUntil} visible to the adding thread; otherwise it makes the timer visible to the other.
 */
final class SystemTime implements TimeSource, Scheduler {
    static final Environment ENVIRONMENT = environment();
    private static final int WHEELS = 8;
    private static final long AWAKE = Long.MIN_VALUE;

    private final LongSupplier clock;
    private final long origin;
    private final Runnable wakeUp;
    private final TimerWheel[] wheels =
            Stream.generate(TimerWheel::new).limit(WHEELS).toArray(TimerWheel[]::new);
    private volatile long sleepsUntil = TimerWheel.NEVER;

    /**
     * Creates timers on {@code clock}, in nanoseconds, which may overflow. The caller has to call {@link #runDue()}
     * again when the time that it returned has passed, and after each {@code wakeUp}.
     */
    SystemTime(LongSupplier clock, Runnable wakeUp) {
        this.clock = clock;
        this.origin = clock.getAsLong();
        this.wakeUp = wakeUp;
    }

    private static Environment environment() {
        TimerThread thread = new TimerThread();
        SystemTime time = new SystemTime(System::nanoTime, thread::wakeUp);
        thread.serve(time);
        return new Environment(time, time, Threads.perTask());
    }

    @Override
    public long nanos() {
        return clock.getAsLong() - origin;
    }

    @Override
    public Instant wallClock() {
        return Instant.now();
    }

    @Override
    public Timer schedule(long nanos, Runnable task) {
        return scheduleAt(Deadline.plus(nanos(), Math.max(nanos, 0)), task);
    }

    /** Schedules {@code task} for the moment {@code nanos} of this clock, which is not negative. */
    Timer scheduleAt(long nanos, Runnable task) {
        int own = (int) Thread.currentThread().getId() & (WHEELS - 1);
        TimerWheel.Entry timer = wheels[own].add(nanos, task);
        if (timer.tick() < sleepsUntil) {
            wakeUp(timer);
        }
        return timer;
    }

    private void wakeUp(Timer timer) {
        try {
            wakeUp.run();
        } catch (Error noThread) {
            timer.cancel();
            throw noThread;
        }
    }

    /** Runs the timers that are due. Returns the nanoseconds until the next one. */
    long runDue() {
        sleepsUntil = AWAKE;
        long next = next();
        while (next <= TimerWheel.tickOf(nanos())) {
            run(next);
            next = next();
        }
        sleepsUntil = next;
        return next() < next ? 0 : left(next);
    }

    private void run(long tick) {
        for (TimerWheel wheel : wheels) {
            for (Runnable due = wheel.poll(tick); due != null; due = wheel.poll(tick)) {
                Threads.guard(due);
            }
        }
    }

    private long next() {
        long next = TimerWheel.NEVER;
        for (TimerWheel wheel : wheels) {
            next = Math.min(next, wheel.next());
        }
        return next;
    }

    private long left(long tick) {
        return tick > TimerWheel.tickOf(Long.MAX_VALUE) ? Long.MAX_VALUE : (tick << TimerWheel.TICK_BITS) - nanos();
    }

    /** The daemon thread that runs the system's timers. The first timer starts it. It sleeps while no timer is due. */
    static final class TimerThread {
        private @Nullable SystemTime time;
        private @Nullable Thread thread;

        /** Called once, before the first timer. */
        synchronized void serve(SystemTime served) {
            time = served;
        }

        synchronized void wakeUp() {
            if (thread != null) {
                LockSupport.unpark(thread);
                return;
            }
            SystemTime served = Objects.requireNonNull(time);
            Thread made = new Thread(null, () -> run(served), "context-timer", 0, false);
            made.setDaemon(true);
            made.start();
            thread = made;
        }

        /** Clears the interrupt that a task may have left, since an interrupted thread does not sleep. */
        private static void run(SystemTime time) {
            while (true) {
                long nanos = time.runDue();
                if (!Thread.interrupted() && nanos > 0) {
                    LockSupport.parkNanos(time, nanos);
                }
            }
        }
    }
}
