package dev.cascata.perf;

import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.peers.ReferenceKit;
import dev.cascata.context.Environment;
import dev.cascata.context.Scheduler;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The clock and timers that subjects run on: the system's. */
public final class Environments {
    private Environments() {}

    /**
     * The reference has timers of its own; every other library is given what a Java program has otherwise, a
     * {@link ScheduledThreadPoolExecutor}. Callbacks run on the thread that ends a context.
     */
    public static Environment of(ContextKit<?> kit) {
        Environment system = Environment.system().withExecutor(Runnable::run);
        return kit instanceof ReferenceKit
                ? system
                : new Environment(system.time(), scheduler(timers()), system.executor());
    }

    /** One thread, which lets go of a cancelled task at once. */
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
