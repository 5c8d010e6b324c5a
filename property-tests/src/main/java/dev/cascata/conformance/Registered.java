package dev.cascata.conformance;

import dev.cascata.conformance.Node.Form;
import org.jspecify.annotations.Nullable;

/** A callback that a program has registered with a context, as the model has it. */
final class Registered {
    enum State {
        WAITING,
        RAN,
        STOPPED
    }

    final int index;
    final Node context;
    final @Nullable Node holder;
    /** The first registration of the same callback object; this one's own number if there is none. */
    final int object;

    State state = State.WAITING;
    int ranAt = -1;
    boolean bornEnded;

    /** Set off, if at all, maybe by another thread than the one that runs the program. */
    boolean endsElsewhere() {
        return context.endedThroughWrapper() || (holder != null && holder.form == Form.WRAPPER);
    }

    Registered(int index, Node context, int object) {
        this.index = index;
        this.context = context;
        this.holder = context.holder;
        this.object = object;
    }
}
