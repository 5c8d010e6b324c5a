package dev.cascata.context;

import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The system's clock and its timers, which wait in several {@linkplain TimerWheel wheels} so that threads that set timers do
 * not wait for each other; a thread always uses the same one. Timers run in the order of their ticks, whichever wheel
 * they wait in.
 *
 * <p>Whoever runs the timers says until which tick it sleeps, then looks at every wheel again; whoever adds a timer
 * reads that afterwards and wakes it if the timer is due before. Both do so around the guard of the wheel: if the look
 * comes first, its {@code sleepsUntil} is visible to the adder, and else the timer to the look.
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

    /** Time by {@code clock}, which may overflow. Somebody calls {@link #runDue()}, at {@code wakeUp} at the latest. */
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

    /** Runs {@code task} once this clock shows {@code nanos}, which is not negative. */
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

    /** Runs what is due. Answers for how many nanoseconds nothing else will be, unless it is woken. */
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

    /** The daemon thread that runs the system's timers. The first timer starts it; it sleeps while nothing is due. */
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

        /** A task may have interrupted the thread, which would keep it from sleeping. */
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
