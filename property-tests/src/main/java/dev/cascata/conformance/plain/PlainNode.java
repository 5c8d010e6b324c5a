package dev.cascata.conformance.plain;

import dev.cascata.context.CancellableContext;
import dev.cascata.context.Context;
import dev.cascata.context.Deadline;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A context that can end. The lock of {@link PlainLinks} guards its fields; {@code end} is also read without it. */
public class PlainNode extends PlainContext implements CancellableContext {
    /** The effective deadline. */
    public final @Nullable Deadline limit;

    public final PlainDone signal = new PlainDone(this);

    /** Children, callbacks and the latches of waiting threads, oldest first. */
    public Set<Object> links = new LinkedHashSet<>(2);
    /** Releases the timer and a foreign parent. */
    public List<Runnable> kept = new ArrayList<>(0);
    /** The node whose links contain this one. */
    @Nullable
    public PlainNode holder;
    /** Every parent whose links contain this node, if it was merged. */
    public List<PlainNode> others = new ArrayList<>(0);

    public volatile @Nullable PlainEnd end;

    public PlainNode(PlainSteps steps, String name, Context parent, @Nullable Deadline limit) {
        super(steps, name, parent, parent, null, null);
        this.limit = limit;
    }

    @Override
    public boolean cancel(@Nullable Throwable cause) {
        return steps.cancel(this, cause);
    }

    @Override
    public int dependents() {
        return steps.dependents(this);
    }
}
