package dev.cascata.stress.races;

import dev.cascata.context.Environment;
import dev.cascata.context.Scheduler;
import dev.cascata.context.TimeSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Virtual time for one sample. An actor advances it by running a due timer task on its own thread; a callback runs on
 * the thread that submits it. A task that was cancelled in time does not run. A task that has begun cannot be
 * cancelled.
 */
final class ManualEnvironment implements TimeSource, Scheduler, Executor {
    final Environment environment = new Environment(this, this, this);
    private final List<Task> tasks = new ArrayList<>(2);
    private volatile long now;

    private static final class Task implements Scheduler.Timer {
        final long due;
        final Runnable work;
        volatile boolean done;

        Task(long due, Runnable work) {
            this.due = due;
            this.work = work;
        }

        @Override
        public void cancel() {
            done = true;
        }
    }

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public Instant wallClock() {
        return Instant.EPOCH.plusNanos(now);
    }

    @Override
    public Scheduler.Timer schedule(long nanos, Runnable work) {
        Task task = new Task(now + nanos, work);
        synchronized (tasks) {
            tasks.add(task);
        }
        return task;
    }

    @Override
    public void execute(Runnable callback) {
        callback.run();
    }

    /**
     * Runs the task that was scheduled as the given one, at its time. Returns false if it is missing, cancelled or
     * done.
     */
    boolean fire(int number) {
        Task task = task(number);
        if (task == null || task.done) {
            return false;
        }
        now = Math.max(now, task.due);
        task.done = true;
        task.work.run();
        return true;
    }

    private @Nullable Task task(int number) {
        synchronized (tasks) {
            return number < tasks.size() ? tasks.get(number) : null;
        }
    }

    /** Returns the number of scheduled tasks. */
    int scheduled() {
        synchronized (tasks) {
            return (int) tasks.stream().filter(task -> !task.done).count();
        }
    }
}
