package dev.cascata.context;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that hangs on a cancellable context and hears of its end: a child, the edge to a merged child, a callback,
 * a call, a waiting thread. It is in at most one {@link Links}, its holder, whose guard its two pointers share.
 */
abstract sealed class Link permits Links, Stripes, MergedContext.ParentLink, Callback, Call, Waiter, Foreign.HookLink {
    /** The list that this link is meant for, whether or not it is in it now; null if it hangs on nothing. */
    final @Nullable Links holder;

    /** The link before this one in the list; of the first one, the last. Null outside of a list. */
    @Nullable
    Link previous;

    /** The link behind this one; null for the last one, and outside of a list. */
    @Nullable
    Link next;

    Link(@Nullable Links holder) {
        this.holder = holder;
    }

    /** Puts this link into its list; false if the context has ended, and then returns when everybody can see that. */
    final boolean hang() {
        boolean added = requireHolder().add(this);
        if (!added) {
            awaitEnd();
        }
        return added;
    }

    /** Returns when everybody can see the end of the context, whose list is closed. */
    final void awaitEnd() {
        requireHolder().requireEnding();
    }

    private Links requireHolder() {
        return Objects.requireNonNull(holder, "hangs on nothing");
    }

    /** Takes this link out of its list, if it is in it and the context lives. */
    final void unlink() {
        if (holder != null) {
            holder.remove(this);
        }
    }

    /** What this link adds to the number that tests for leaks read. */
    int counted() {
        return 1;
    }

    /**
     * First step of a walk: is marked with the ending, unless with another one already, and brings along what hangs on
     * it. Nobody can see it yet.
     *
     * @return true if this link has something to do in the steps that follow
     */
    abstract boolean join(Walk walk);

    /** Second step of a walk, once the ending is published: what takes no time and runs no code of others. */
    void wake(Ending ending) {}

    /** Last step of a walk, once every thread is woken. May run foreign code. */
    void announce(Ending ending) {}
}
