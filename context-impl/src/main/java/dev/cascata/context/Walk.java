package dev.cascata.context;

import org.jspecify.annotations.Nullable;

/**
 * Ends a context and everything linked below it, in two passes over one chain and without recursion.
 *
 * <p>Marking: the ending is published on the topmost context, then on each link of the chain; the links of a context
 * so marked are closed and appended to the chain. A child that another event ended first is not taken over: the walk
 * of that event has, or will have, marked what is below it, and this walk waits for that, and for whatever that one
 * has met in turn. A walk has settled once it has marked its own chain, before it waits: so nobody who is waited for
 * waits, though two walks may meet each other below merged contexts. No foreign code runs before the last wait is
 * over.
 *
 * <p>Announcing: waiting threads are woken, running calls interrupted, merged contexts taken from their other parents;
 * then timers are cancelled, callbacks handed to their executor, foreign parents let go of. That may run foreign code
 * and cancel other contexts, with no lock held and nobody waiting for it.
 *
 * <p>Used by the one thread whose ending the topmost context took; the chain belongs to it from the moment at which
 * the links were closed.
 */
final class Walk {
    private final Ending ending;
    private @Nullable Link first;
    private @Nullable Link last;

    private Walk(Ending ending) {
        this.ending = ending;
    }

    /** Ends {@code top}; false if it had ended already, and then returns when all below it is marked. */
    static boolean end(CancelContext top, Ending ending) {
        Links below = top.mark(ending);
        if (below == null) {
            top.awaitSettled();
            return false;
        }
        Walk walk = new Walk(ending);
        walk.mark(below);
        ending.settle();
        ending.awaitSettled();
        top.leaveParent();
        walk.wake();
        top.announce(ending);
        walk.announce();
        return true;
    }

    private void mark(Links top) {
        top.close(this);
        for (Link at = first; at != null; at = at.next) {
            Links below = at.mark(ending);
            if (below != null) {
                below.close(this);
            } else {
                ending.meet(at.endedBy());
            }
        }
    }

    void append(Link head, Link tail) {
        if (last == null) {
            first = head;
        } else {
            last.next = head;
            head.previous = last;
        }
        last = tail;
    }

    /** Threads hear of the end before any foreign code runs, which may be waiting for one of them. */
    private void wake() {
        for (Link at = first; at != null; at = at.next) {
            at.wake(ending);
        }
    }

    private void announce() {
        Link at = first;
        while (at != null) {
            Link link = at;
            at = link.next;
            link.next = null;
            link.previous = null;
            link.announce(ending);
        }
    }
}
