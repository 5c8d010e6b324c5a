package dev.cascata.conformance.checks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;

/** Measures the processor time in which many contexts are made, and gives up if the rest would take too long. */
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

    /** {@code all}: how many contexts will be made. */
    Pace(int all) {
        this.all = all;
    }

    /** Counts one more context. */
    void made() {
        if (++made % PART == 0) {
            long now = THREADS.getCurrentThreadCpuTime();
            look((now - before) / PART * (all - made) / NANOS_IN_SECOND);
            before = now;
        }
    }

    /** Fails after ten slow parts in a row; fewer may be chance. */
    private void look(long seconds) {
        slowParts = seconds > MOST_SECONDS ? slowParts + 1 : 0;
        if (slowParts == SLOW_PARTS) {
            throw new Stage.Failed(
                    String.format(Locale.ROOT, "processor time for making %,d contexts, one below the other", all),
                    "at most " + MOST_SECONDS + " s",
                    "the cost to make a context does not grow with its depth",
                    String.format(
                            Locale.ROOT, "after the first %,d, the rest would take more than %d s", made, seconds),
                    null);
        }
    }
}
