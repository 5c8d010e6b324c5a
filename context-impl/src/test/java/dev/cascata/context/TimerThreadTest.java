package dev.cascata.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The system's timers on the system's clock and thread. */
@Timeout(60)
class TimerThreadTest {
    private static final Scheduler TIMERS = Environment.system().scheduler();

    @Test
    void eachTimerRunsOnceAndNeverEarlyUnlessItIsCancelled() throws InterruptedException {
        AtomicInteger twice = new AtomicInteger();
        AtomicInteger early = new AtomicInteger();
        CountDownLatch kept = new CountDownLatch(2 * 10_000);
        List<Thread> threads = new ArrayList<>();
        for (int thread = 0; thread < 2; thread++) {
            threads.add(new Thread(() -> {
                for (int round = 0; round < 10_000; round++) {
                    setTwoAndCancelOne(round, kept, twice, early);
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(kept.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(twice).hasValue(0);
        assertThat(early).hasValue(0);
    }

    private static void setTwoAndCancelOne(int round, CountDownLatch kept, AtomicInteger twice, AtomicInteger early) {
        AtomicInteger runs = new AtomicInteger();
        long nanos = round * 997L % 3_000_000;
        long due = System.nanoTime() + nanos;
        TIMERS.schedule(nanos, () -> {
            early.addAndGet(System.nanoTime() - due < 0 ? 1 : 0);
            twice.addAndGet(runs.getAndIncrement());
            kept.countDown();
        });
        AtomicInteger others = new AtomicInteger();
        TIMERS.schedule(nanos / 2, () -> twice.addAndGet(others.getAndIncrement()))
                .cancel();
    }

    @Test
    void aTaskThatThrowsOrInterruptsLeavesTheThreadAlive() throws InterruptedException {
        CountDownLatch later = new CountDownLatch(1);
        AtomicLong handled = new AtomicLong();
        TIMERS.schedule(
                0, () -> Thread.currentThread().setUncaughtExceptionHandler((t, e) -> handled.incrementAndGet()));
        TIMERS.schedule(1_000_000, () -> {
            throw new AssertionError("thrown by a timer");
        });
        TIMERS.schedule(2_000_000, () -> Thread.currentThread().interrupt());
        TIMERS.schedule(3_000_000, () -> {
            Thread.currentThread().setUncaughtExceptionHandler(null);
            later.countDown();
        });

        assertThat(later.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(handled).hasValue(1);
    }

    @Test
    void anEarlierTimerWakesTheThread() throws InterruptedException {
        Scheduler.Timer standing = TIMERS.schedule(Duration.ofDays(1).toNanos(), () -> {});
        for (int round = 0; round < 20; round++) {
            CountDownLatch ran = new CountDownLatch(1);
            TIMERS.schedule(1_000_000, ran::countDown);
            assertThat(ran.await(30, TimeUnit.SECONDS)).isTrue();
        }
        standing.cancel();
    }

    @Test
    void nothingIsKeptOfACancelledTimerWhoseHandleIsKept() throws InterruptedException {
        WeakReference<Object> task;
        Scheduler.Timer timer;
        {
            AtomicLong captured = new AtomicLong();
            task = new WeakReference<>(captured);
            timer = TIMERS.schedule(Long.MAX_VALUE, () -> captured.set(1));
        }
        timer.cancel();

        for (int tries = 0; tries < 100 && task.get() != null; tries++) {
            System.gc();
            Thread.sleep(1); // gives the collector time to clear the reference
        }
        assertThat(task.get()).isNull();
        timer.cancel();
    }
}
