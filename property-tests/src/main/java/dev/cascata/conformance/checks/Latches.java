package dev.cascata.conformance.checks;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Points at which threads of a check wait for each other. */
final class Latches {
    private static final long FOREVER_SECONDS = 60;

    private Latches() {}

    /** Waits for the other thread. If it never arrives, the suite gives the check up long before this limit. */
    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(FOREVER_SECONDS, TimeUnit.SECONDS)) {
                throw new Stage.Failed(
                        "whether the other thread gets to this point",
                        "it does",
                        "every operation of a context returns",
                        "not within " + FOREVER_SECONDS + " s",
                        null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for another thread", e);
        }
    }
}
