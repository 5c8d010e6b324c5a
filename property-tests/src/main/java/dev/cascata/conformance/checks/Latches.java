package dev.cascata.conformance.checks;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where threads of a check wait for each other. */
final class Latches {
    private static final long FOREVER_SECONDS = 60;

    private Latches() {}

    /** Waits; a check whose other side never comes is given up by whoever watches it, long before this ends. */
    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(FOREVER_SECONDS, TimeUnit.SECONDS)) {
                throw new Stage.Failed(
                        "whether the other thread comes this far",
                        "it does",
                        "not within " + FOREVER_SECONDS + " s",
                        null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for another thread", e);
        }
    }
}
