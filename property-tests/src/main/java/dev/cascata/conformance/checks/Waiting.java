package dev.cascata.conformance.checks;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another thread brings about. */
final class Waiting {
    private static final long POLL_NANOS = 50_000;

    private Waiting() {}

    /** Settles and looks until it is so; a failure if it is not within the limit. */
    static void until(Stage stage, String what, BooleanSupplier so) {
        long end = System.nanoTime() + stage.limitMillis() * 1_000_000;
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new Stage.Failed("whether " + what, "it does", "not within " + stage.limitMillis() + " ms", null);
            }
            LockSupport.parkNanos(POLL_NANOS);
            stage.settle();
        }
        stage.expect(true, what, "", "");
    }
}
