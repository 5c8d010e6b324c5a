package dev.cascata.context;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that acts when a context ends: a child, the link to a merged child, a callback, a running call, a waiting
 * thread. A link is in at most one {@link LinkList}, its holder. The lock of the holder guards its two pointers.
 */
abstract sealed class Link
        permits LinkList, Stripes, MergedContext.ParentLink, Callback, BoundCall, Waiter, ForeignParents.HookLink {
    /** The list that this link is meant for, whether or not it is in it now; null if there is none. */
    final @Nullable LinkList holder;

    /** The link before this one in the list; for the first link, the last one. Null outside a list. */
    @Nullable
    Link previous;

    /** The link after this one in the list. Null for the last link, and outside a list. */
    @Nullable
    Link next;

    Link(@Nullable LinkList holder) {
        this.holder = holder;
    }

    /** Adds this link to its list. Returns false if the context is done; blocks until every reader can see that. */
    final boolean link() {
        boolean added = requireHolder().add(this);
        if (!added) {
            awaitEnd();
        }
        return added;
    }

    /** Blocks until every reader can see that the context is done. Its list is closed. */
    final void awaitEnd() {
        requireHolder().awaitEndEvent();
    }

    private LinkList requireHolder() {
        return Objects.requireNonNull(holder, "this link has no list");
    }

    /** Removes this link from its list. Does nothing if it is not in the list, or if the list is closed. */
    final void unlink() {
        if (holder != null) {
            holder.remove(this);
        }
    }

    /** Returns what this link adds to the number of dependents, which leak checks read: one or zero. */
    int counted() {
        return 1;
    }

    /**
     * Mark phase: marks what this link stands for with the event of the propagation, unless another event has marked
     * it, and gives its own links to the propagation. No reader can see this yet.
     *
     * @return true if this link takes part in the two phases that follow
     */
    abstract boolean mark(Propagation propagation);

    /** Wake phase, after the event is published. Must not block and must not call user code. */
    void wake(EndEvent event) {}

    /** Notify phase, after every thread is woken. May call user code. */
    void notifyEnd(EndEvent event) {}
}
