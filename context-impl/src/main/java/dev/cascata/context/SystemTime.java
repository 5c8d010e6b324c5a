package dev.cascata.context;

import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The system's clock, and one timer thread that lets go of a cancelled task at once. */
final class SystemTime implements TimeSource, Scheduler {
    static final Environment ENVIRONMENT = environment();
    private static final long FARTHEST = Long.MAX_VALUE >> 1;

    private final long origin = System.nanoTime();
    private final ScheduledThreadPoolExecutor timers = timers();

    private static Environment environment() {
        SystemTime time = new SystemTime();
        return new Environment(time, time, Threads.perTask());
    }

    private static ScheduledThreadPoolExecutor timers() {
        ScheduledThreadPoolExecutor timers = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "context-timer");
            thread.setDaemon(true);
            return thread;
        });
        timers.setRemoveOnCancelPolicy(true);
        return timers;
    }

    @Override
    public long nanos() {
        return System.nanoTime() - origin;
    }

    @Override
    public Instant wallClock() {
        return Instant.now();
    }

    /** The farthest time that the JDK's timers compare rightly is some 146 years away; nothing later is kept apart. */
    @Override
    public Timer schedule(long nanos, Runnable task) {
        Future<?> scheduled = timers.schedule(task, Math.min(nanos, FARTHEST), TimeUnit.NANOSECONDS);
        return () -> scheduled.cancel(false);
    }
}
