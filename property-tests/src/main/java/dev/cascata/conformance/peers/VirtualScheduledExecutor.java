package dev.cascata.conformance.peers;

import dev.cascata.context.Environment;
import dev.cascata.context.Scheduler;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The scheduler of an environment as an executor service. It accepts only tasks that run once, after a delay. */
final class VirtualScheduledExecutor extends AbstractExecutorService implements ScheduledExecutorService {
    private final Scheduler scheduler;

    VirtualScheduledExecutor(Environment environment) {
        this.scheduler = environment.scheduler();
    }

    /** A task that waits for its time. A cancel removes it from the scheduler. */
    private static final class Task<V> extends FutureTask<V> implements ScheduledFuture<V> {
        private volatile Scheduler.@Nullable Timer timer;

        Task(Callable<V> task) {
            super(task);
        }

        ScheduledFuture<V> start(Scheduler scheduler, long nanos) {
            timer = scheduler.schedule(nanos, this);
            return this;
        }

        @Override
        protected void done() {
            Scheduler.Timer waiting = timer;
            if (waiting != null) {
                waiting.cancel();
            }
        }

        @Override
        public long getDelay(TimeUnit unit) {
            throw unsupported();
        }

        @Override
        public int compareTo(Delayed other) {
            throw unsupported();
        }
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        return schedule(Executors.callable(task), delay, unit);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
        return new Task<>(task).start(scheduler, unit.toNanos(delay));
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, long delay, long period, TimeUnit unit) {
        throw unsupported();
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long delay, long pause, TimeUnit unit) {
        throw unsupported();
    }

    @Override
    public void execute(Runnable task) {
        throw unsupported();
    }

    @Override
    public void shutdown() {
        throw unsupported();
    }

    @Override
    public List<Runnable> shutdownNow() {
        throw unsupported();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long limit, TimeUnit unit) {
        throw unsupported();
    }

    private static UnsupportedOperationException unsupported() {
        return new UnsupportedOperationException("this executor accepts only tasks that run once, after a delay");
    }
}
