package dev.cascata.conformance.model;

import dev.cascata.conformance.model.Node.Form;
import org.jspecify.annotations.Nullable;

/** A registration of a callback on a context, as the model sees it. */
public final class Registered {
    public enum State {
        WAITING,
        RAN,
        STOPPED
    }

    public final int index;
    public final Node context;
    public final @Nullable Node holder;
    /** The number of the first registration of the same callback object; its own if there was none before. */
    public final int object;

    public State state = State.WAITING;
    int ranAt = -1;
    public boolean bornDone;

    /** Returns the step that triggered it; only if it ran. */
    public int ranAt() {
        return ranAt;
    }

    /** Whether another thread may trigger it than the one that runs the program. */
    public boolean triggeredElsewhere() {
        return context.endedThroughForeign() || (holder != null && holder.form == Form.FOREIGN);
    }

    Registered(int index, Node context, int object) {
        this.index = index;
        this.context = context;
        this.holder = context.holder;
        this.object = object;
    }
}
