package dev.cascata.conformance.checks;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for an effect of another thread. */
final class Waiting {
    private static final long POLL_NANOS = 50_000;

    private Waiting() {}

    /** Settles until {@code so} is true; a failure if it is not within the limit. {@code why}: why it has to be. */
    static void until(Stage stage, String what, String why, BooleanSupplier so) {
        long end = System.nanoTime() + stage.limitMillis() * 1_000_000;
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end) {
                String late = "not within " + stage.limitMillis() + " ms";
                throw new Stage.Failed("whether " + what, "it does", why, late, null);
            }
            LockSupport.parkNanos(POLL_NANOS);
            stage.settle();
        }
        stage.expect(true, what, "", "");
    }
}
