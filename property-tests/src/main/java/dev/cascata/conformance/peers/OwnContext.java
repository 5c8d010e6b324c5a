package dev.cascata.conformance.peers;

import dev.cascata.context.Context;
import dev.cascata.context.Done;

/** A wrapper with a done of its own, a new object at each call, and no hook: it has to be watched. */
final class OwnContext extends ForeignContext {
    OwnContext(Context inner) {
        super(inner);
    }

    @Override
    Done ownDone() {
        return new WatchedDone(this);
    }
}
