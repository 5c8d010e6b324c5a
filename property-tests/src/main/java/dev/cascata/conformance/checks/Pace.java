package dev.cascata.conformance.checks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** The processor time in which many contexts are made one after another: it gives up when the rest would take too long. */
final class Pace {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int PART = 500;
    private static final int SLOW_PARTS = 10;
    private static final long NANOS_IN_SECOND = 1_000_000_000;
    private static final long MOST_SECONDS = 60;

    private final int all;
    private int made;
    private int slowParts;
    private long before = THREADS.getCurrentThreadCpuTime();

    /** {@code all}: how many contexts are to be made. */
    Pace(int all) {
        this.all = all;
    }

    /** One more context was made. */
    void made() {
        if (++made % PART == 0) {
            long now = THREADS.getCurrentThreadCpuTime();
            look((now - before) / PART * (all - made) / NANOS_IN_SECOND);
            before = now;
        }
    }

    /** One part that took long is an accident, ten of them in a row are none. */
    private void look(long seconds) {
        slowParts = seconds > MOST_SECONDS ? slowParts + 1 : 0;
        if (slowParts == SLOW_PARTS) {
            throw new Stage.Failed(
                    "processor time for making %,d contexts, one below the other".formatted(all),
                    "at most " + MOST_SECONDS + " s",
                    "after the first %,d, the rest would take more than %d s".formatted(made, seconds),
                    null);
        }
    }
}
