package dev.cascata.conformance.model;

import dev.cascata.conformance.model.Node.Form;
import org.jspecify.annotations.Nullable;

/** A callback that a program has registered with a context, as the model has it. */
public final class Registered {
    public enum State {
        WAITING,
        RAN,
        STOPPED
    }

    public final int index;
    public final Node context;
    public final @Nullable Node holder;
    /** The first registration of the same callback object; this one's own number if there is none. */
    public final int object;

    public State state = State.WAITING;
    int ranAt = -1;
    public boolean bornEnded;

    /** The step that triggered it; only if one did. */
    public int ranAt() {
        return ranAt;
    }

    /** Set off, if at all, maybe by another thread than the one that runs the program. */
    public boolean endsElsewhere() {
        return context.endedThroughWrapper() || (holder != null && holder.form == Form.FOREIGN);
    }

    Registered(int index, Node context, int object) {
        this.index = index;
        this.context = context;
        this.holder = context.holder;
        this.object = object;
    }
}
