package dev.cascata.stress;

import dev.cascata.conformance.peers.ReferenceKit;

/** A kit that cannot be made. */
public final class BrokenKit {
    public BrokenKit() {
        throw new IllegalStateException("no licence for " + ReferenceKit.class.getSimpleName());
    }
}
