package dev.cascata.conformance.mutants;

import dev.cascata.context.CancellableContext;
import dev.cascata.context.Context;
import dev.cascata.context.ContextException;
import dev.cascata.context.Deadline;
import dev.cascata.context.Done;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A context that can end. All fields that change are guarded by the one lock; {@code end} is read without. */
class PlainNode extends PlainContext implements CancellableContext {
    private final @Nullable Deadline deadline;
    private final PlainDone done = new PlainDone(this);

    /** Children, callbacks and the latches of waiting threads, in the order in which they came. */
    Set<Object> links = new LinkedHashSet<>(2);
    /** How to let go of the timer and of a foreign parent. */
    List<Runnable> kept = new ArrayList<>(0);
    /** The node in whose links this one is. */
    @Nullable
    PlainNode holder;
    /** Further nodes in whose links it is, if it was merged. */
    List<PlainNode> others = new ArrayList<>(0);

    volatile @Nullable PlainEnd end;

    PlainNode(PlainSteps steps, String name, Context parent, @Nullable Deadline deadline) {
        super(steps, name, parent, parent, null, null);
        this.deadline = deadline;
    }

    @Override
    public @Nullable Deadline deadline() {
        return deadline;
    }

    @Override
    public Done done() {
        return done;
    }

    @Override
    public @Nullable ContextException err() {
        PlainEnd known = end;
        return known == null ? null : known.err();
    }

    @Override
    public @Nullable Throwable cause() {
        PlainEnd known = end;
        return known == null ? null : known.cause();
    }

    @Override
    public boolean cancel(@Nullable Throwable cause) {
        return steps.end(this, steps.cancelled(cause));
    }

    @Override
    public int linked() {
        return steps.linked(this);
    }
}
