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
 * Time, timers and callback threads made by hand: an actor runs a due task itself, and a callback runs on the thread
 * that hands it over. A task that was taken back in time does not run; one that has begun can no longer be.
 */
final class Hand implements TimeSource, Scheduler, Executor {
    final Environment environment = new Environment(this, this, this);
    private final List<Task> tasks = new ArrayList<>(2);
    private volatile long now;

    /** A task that waits for its time. */
    private static final class Task implements Scheduler.Timer {
        final long due;
        final Runnable work;
        volatile boolean gone;

        Task(long due, Runnable work) {
            this.due = due;
            this.work = work;
        }

        @Override
        public void cancel() {
            gone = true;
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

    /** Runs the task that was scheduled as the given one, at its time; false if there is none, or no longer. */
    boolean fire(int number) {
        Task task = task(number);
        if (task == null || task.gone) {
            return false;
        }
        now = Math.max(now, task.due);
        task.gone = true;
        task.work.run();
        return true;
    }

    private @Nullable Task task(int number) {
        synchronized (tasks) {
            return number < tasks.size() ? tasks.get(number) : null;
        }
    }

    /** How many tasks wait. */
    int waiting() {
        synchronized (tasks) {
            return (int) tasks.stream().filter(t -> !t.gone).count();
        }
    }
}
