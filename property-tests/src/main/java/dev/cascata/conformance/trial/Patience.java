package dev.cascata.conformance.trial;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Limits how often to look whether other threads have done their part. It counts looks and not time, so that a pause of
 * the whole machine does not exhaust it.
 */
public final class Patience {
    private static final long POLL_NANOS = 50_000;

    private final int most;
    private boolean exhausted;

    public Patience(int most) {
        this.most = most;
    }

    /** Looks until the condition is true; returns false if the limit was reached first. */
    public boolean until(BooleanSupplier so) {
        int looks = 0;
        while (!so.getAsBoolean() && looks < most) {
            looks++;
            LockSupport.parkNanos(POLL_NANOS);
        }
        exhausted |= looks == most;
        return looks < most;
    }

    /** Whether the limit was ever reached. */
    public boolean exhausted() {
        return exhausted;
    }
}
