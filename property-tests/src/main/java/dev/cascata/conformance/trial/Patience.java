package dev.cascata.conformance.trial;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * How often to look whether other threads have done their part: a number of looks and not a time, so that a pause of
 * the whole machine does not use it up.
 */
public final class Patience {
    private static final long POLL_NANOS = 50_000;

    private final int most;
    private boolean exhausted;

    public Patience(int most) {
        this.most = most;
    }

    /** Looks until it is so; false if that was in vain. */
    public boolean until(BooleanSupplier so) {
        int looks = 0;
        while (!so.getAsBoolean() && looks < most) {
            looks++;
            LockSupport.parkNanos(POLL_NANOS);
        }
        exhausted |= looks == most;
        return looks < most;
    }

    /** Whether it was looked in vain, if only once. */
    public boolean exhausted() {
        return exhausted;
    }
}
