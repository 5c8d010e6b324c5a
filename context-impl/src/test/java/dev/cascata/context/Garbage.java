package dev.cascata.context;

import java.lang.ref.WeakReference;

/** Checks what the garbage collector reclaims. */
final class Garbage {
    private static final int TRIES = 100;

    private Garbage() {}

    /** Returns whether the collector reclaims the referent, within a number of collections. */
    static boolean isCollected(WeakReference<?> reference) {
        for (int tries = 0; tries < TRIES && reference.get() != null; tries++) {
            System.gc();
        }
        return reference.get() == null;
    }
}
