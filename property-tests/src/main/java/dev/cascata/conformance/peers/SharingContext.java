package dev.cascata.conformance.peers;

import dev.cascata.context.Context;
import dev.cascata.context.Done;

/** A foreign context that returns the done of the context inside. */
final class SharingContext extends ForeignContext {
    SharingContext(Context inner) {
        super(inner);
    }

    @Override
    Done ownDone() {
        return inner().done();
    }
}
