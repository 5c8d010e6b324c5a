package dev.cascata.context;

import org.jspecify.annotations.Nullable;

/**
 * Something that hangs on a cancellable context and hears of its end: a child, the edge to a merged child, a callback,
 * a call, a waiting thread. It is in at most one {@link Links}, whose guard its two pointers share.
 */
abstract sealed class Link permits CancelContext, Edge, Callback, Call, Waiter {
    @Nullable
    Link previous;

    @Nullable
    Link next;

    /** What this link adds to the number that tests for leaks read. */
    int counted() {
        return 1;
    }

    /**
     * First step of a walk: takes part in the ending, unless this link has ended already.
     *
     * @return what hangs on this link and has to end with it, or null
     */
    abstract @Nullable Links mark(Ending ending);

    /** What ended the context that this link stands for; null if it stands for none. */
    @Nullable
    Ending endedBy() {
        return null;
    }

    /** Second step of a walk, once everything is marked: what takes no time and runs no code of others. */
    void wake(Ending ending) {}

    /** Last step of a walk, once everything is marked and every thread woken. May run foreign code. */
    void announce(Ending ending) {}
}
