package dev.cascata.conformance.peers;

import dev.cascata.context.Context;
import dev.cascata.context.Done;

/** A foreign context that returns a new done at each call and has no hook, so a thread has to watch it. */
final class OwnContext extends ForeignContext {
    OwnContext(Context inner) {
        super(inner);
    }

    @Override
    Done ownDone() {
        return new WatchedDone(this);
    }
}
