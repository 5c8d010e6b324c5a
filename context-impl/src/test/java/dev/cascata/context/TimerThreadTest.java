package dev.cascata.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Timers on the system's clock, run by a timer thread. */
@Timeout(60)
class TimerThreadTest {
    private final Scheduler timers = timers();

    private static Scheduler timers() {
        SystemTime.TimerThread thread = new SystemTime.TimerThread();
        SystemTime time = new SystemTime(System::nanoTime, thread::wakeUp);
        thread.serve(time);
        return time;
    }

    @Test
    void timerThreadIsDaemonAndRunsTimersOfSystem() throws Exception {
        for (Scheduler each : List.of(timers, Environment.system().scheduler())) {
            CompletableFuture<Boolean> daemon = new CompletableFuture<>();
            each.schedule(0, () -> daemon.complete(Thread.currentThread().isDaemon()));
            assertThat(daemon.get(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void timersRunOnceAndNeverEarlyUnlessCancelled() throws InterruptedException {
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

    private void setTwoAndCancelOne(int round, CountDownLatch kept, AtomicInteger twice, AtomicInteger early) {
        AtomicInteger runs = new AtomicInteger();
        long nanos = round * 997L % 3_000_000;
        long due = System.nanoTime() + nanos;
        timers.schedule(nanos, () -> {
            early.addAndGet(System.nanoTime() - due < 0 ? 1 : 0);
            twice.addAndGet(runs.getAndIncrement());
            kept.countDown();
        });
        AtomicInteger others = new AtomicInteger();
        timers.schedule(nanos / 2, () -> twice.addAndGet(others.getAndIncrement()))
                .cancel();
    }

    @Test
    void timerThreadSurvivesTaskThatThrowsOrInterrupts() throws InterruptedException {
        CountDownLatch later = new CountDownLatch(1);
        AtomicLong handled = new AtomicLong();
        timers.schedule(
                0, () -> Thread.currentThread().setUncaughtExceptionHandler((t, e) -> handled.incrementAndGet()));
        timers.schedule(1_000_000, () -> {
            throw new AssertionError("thrown by a timer");
        });
        timers.schedule(2_000_000, () -> Thread.currentThread().interrupt());
        timers.schedule(3_000_000, () -> {
            Thread.currentThread().setUncaughtExceptionHandler(null);
            later.countDown();
        });

        assertThat(later.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(handled).hasValue(1);
    }

    @Test
    void earlierTimerWakesThread() throws InterruptedException {
        Scheduler.Timer standing = timers.schedule(Duration.ofDays(1).toNanos(), () -> {});
        for (int round = 0; round < 20; round++) {
            CountDownLatch ran = new CountDownLatch(1);
            timers.schedule(1_000_000, ran::countDown);
            assertThat(ran.await(30, TimeUnit.SECONDS)).isTrue();
        }
        standing.cancel();
    }

    @Test
    void twoConcurrentFirstTimersStartOneThread() throws Exception {
        long before = timerThreads();
        CyclicBarrier together = new CyclicBarrier(2);
        for (int round = 0; round < 100; round++) {
            SystemTime.TimerThread thread = new SystemTime.TimerThread();
            thread.serve(new SystemTime(System::nanoTime, thread::wakeUp));
            SecondThread<Boolean> other = SecondThread.start(() -> wakeUp(thread, together));
            wakeUp(thread, together);
            other.result();
        }
        assertThat(timerThreads() - before).isEqualTo(100);
    }

    private static boolean wakeUp(SystemTime.TimerThread thread, CyclicBarrier together) throws Exception {
        together.await();
        thread.wakeUp();
        return true;
    }

    private static long timerThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().equals("context-timer"))
                .count();
    }

    @Test
    void interruptLeftByTaskIsCleared() throws Exception {
        CompletableFuture<Thread> interrupted = new CompletableFuture<>();
        timers.schedule(0, () -> {
            Thread.currentThread().interrupt();
            interrupted.complete(Thread.currentThread());
        });
        Thread thread = interrupted.get(30, TimeUnit.SECONDS);
        while (thread.isInterrupted()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void cancelledTimerReleasesItsTask() {
        List<WeakReference<Object>> task = new ArrayList<>();
        Scheduler.Timer timer = capturing(task);
        timer.cancel();

        assertThat(Garbage.isCollected(task.get(0))).isTrue();
        timer.cancel();
    }

    /** A separate method, so that no local variable of the test keeps the captured object. */
    private Scheduler.Timer capturing(List<WeakReference<Object>> task) {
        AtomicLong captured = new AtomicLong();
        task.add(new WeakReference<>(captured));
        return timers.schedule(Long.MAX_VALUE, () -> captured.set(1));
    }
}
