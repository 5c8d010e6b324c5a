package dev.cascata.perf;

import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.peers.ReferenceKit;
import dev.cascata.context.Environment;
import dev.cascata.context.Scheduler;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The clock, the timers and the callback threads that subjects run on. */
public final class Environments {
    private Environments() {}

    /**
     * Returns the environment of a kit. The reference uses its own timers; every other library gets a
     * {@link ScheduledThreadPoolExecutor}, as a Java program would. Callbacks run on the thread that ends a context.
     */
    public static Environment of(ContextKit<?> kit) {
        Environment system = Environment.system().withExecutor(Runnable::run);
        return kit instanceof ReferenceKit
                ? system
                : new Environment(system.time(), scheduler(timers()), system.executor());
    }

    /** Returns an executor of one thread that removes a task from its queue when the task is cancelled. */
    public static ScheduledThreadPoolExecutor timers() {
        ScheduledThreadPoolExecutor timers = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "timers");
            thread.setDaemon(true);
            return thread;
        });
        timers.setRemoveOnCancelPolicy(true);
        return timers;
    }

    private static Scheduler scheduler(ScheduledThreadPoolExecutor timers) {
        return (nanos, task) -> {
            Future<?> scheduled = timers.schedule(task, nanos, TimeUnit.NANOSECONDS);
            return () -> scheduled.cancel(false);
        };
    }
}
