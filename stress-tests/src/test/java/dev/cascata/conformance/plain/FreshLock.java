package dev.cascata.conformance.plain;

import java.util.concurrent.locks.ReentrantLock;

/** A lock for the plain trees of one exploration, which may leave a thread behind that holds it for ever. */
public final class FreshLock {
    private FreshLock() {}

    public static void renew() {
        PlainLinks.lock = new ReentrantLock();
    }
}
