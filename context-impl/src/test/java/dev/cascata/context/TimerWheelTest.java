package dev.cascata.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** One timer wheel, used by several threads. */
class TimerWheelTest {
    private static final long TICK = 1L << TimerWheel.TICK_BITS;
    private static final int EACH = 20_000;

    private final TimerWheel wheel = new TimerWheel();
    private final AtomicIntegerArray runs = new AtomicIntegerArray(2 * EACH);
    private final CyclicBarrier together = new CyclicBarrier(3);

    @RepeatedTest(5)
    void concurrentTimersRunOnceAndCancelledOnesLeaveNothing() throws Exception {
        SecondThread<Boolean> first = SecondThread.start(() -> add(0));
        SecondThread<Boolean> second = SecondThread.start(() -> add(EACH));
        together.await();
        while (!first.isThrough() || !second.isThrough()) {
            runDue(3);
            wheel.next();
        }
        first.result();
        second.result();
        runDue(100);

        for (int number = 0; number < 2 * EACH; number++) {
            assertThat(runs.get(number)).as("runs of %s", number).isOne();
        }
        assertThat(wheel.next()).isEqualTo(TimerWheel.NEVER);
    }

    @Test
    void everyOperationWaitsWhileWheelIsHeld() throws Exception {
        TimerWheel.Entry entry = wheel.add(TICK, () -> {});
        List<Runnable> uses = List.of(() -> wheel.add(TICK, () -> {}), wheel::next, () -> wheel.poll(1), entry::cancel);
        for (Runnable use : uses) {
            wheel.hold();
            SecondThread<Object> second = SecondThread.start(Executors.callable(use));
            second.awaitIn("hold");
            wheel.free();
            second.result();
        }

        assertThat(wheel.next())
                .as("tick of the timer that was added while the wheel was held")
                .isOne();
    }

    @Test
    void cancelledTimerReleasesItsNeighbours() {
        WeakReference<TimerWheel.Entry> neighbour = new WeakReference<>(wheel.add(TICK, () -> {}));
        TimerWheel.Entry cancelled = wheel.add(TICK, () -> {});
        cancelled.cancel();
        runDue(1);
        assertThat(Garbage.isCollected(neighbour)).isTrue();
        cancelled.cancel();
    }

    private boolean add(int from) throws Exception {
        together.await();
        for (int number = from; number < from + EACH; number++) {
            int own = number;
            wheel.add(number % 7 * TICK, () -> runs.incrementAndGet(own));
            wheel.add((10 + number % 5) * TICK, () -> runs.incrementAndGet(own)).cancel();
        }
        return true;
    }

    private void runDue(long tick) {
        for (Runnable due = wheel.poll(tick); due != null; due = wheel.poll(tick)) {
            due.run();
        }
    }
}
