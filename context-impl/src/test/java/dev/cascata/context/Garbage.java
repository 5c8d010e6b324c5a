package dev.cascata.context;

import java.lang.ref.WeakReference;

/** What the collector takes. */
final class Garbage {
    private static final int TRIES = 100;

    private Garbage() {}

    /** Whether the collector takes what is referred to, which it may not do at the first time. */
    static boolean isCollected(WeakReference<?> reference) {
        for (int tries = 0; tries < TRIES && reference.get() != null; tries++) {
            System.gc();
        }
        return reference.get() == null;
    }
}
