package dev.cascata.context;

import org.jspecify.annotations.Nullable;

/** Hangs a merged context on one of its parents: on a context of this library, or on a child of a foreign one. */
final class Edge extends Link {
    private final MergedContext child;
    private final CancelContext holder;
    private final boolean made;

    /** An edge below {@code source}, to be {@linkplain #attach attached} yet. */
    Edge(Context source, MergedContext child) {
        this.child = child;
        this.made = !(source instanceof CancelContext);
        this.holder = source instanceof CancelContext node ? node : CancelContext.below(source);
    }

    void attach() {
        if (!holder.links().add(this)) {
            child.end(holder.requireEnding().repeated());
        }
    }

    void leave() {
        holder.links().remove(this);
    }

    /** Ends what was made to follow a foreign parent. */
    void release() {
        if (made) {
            holder.cancel();
        }
    }

    @Override
    @Nullable
    Links mark(Ending ending) {
        return child.mark(ending);
    }

    @Override
    @Nullable
    Ending endedBy() {
        return child.endedBy();
    }

    @Override
    void wake(Ending ending) {
        if (child.endedBy() == ending) {
            child.leaveParent();
        }
    }

    @Override
    void announce(Ending ending) {
        child.announce(ending);
    }
}
