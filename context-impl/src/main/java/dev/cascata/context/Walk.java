package dev.cascata.context;

import org.jspecify.annotations.Nullable;

/**
 * Ends a context and everything linked below it, along one chain and without recursion.
 *
 * <p>Marking: the ending is published on the topmost context, then on each link of the chain; the links of a context
 * so marked, which that has closed, are appended to the chain. A child that another event ended first is not taken
 * over: the walk of that event has, or will have, marked what is below it, and this walk waits for that, and for
 * whatever that one has met in turn. A walk has settled once it has marked its own chain, before it waits: so nobody
 * who is waited for waits, though two walks may meet each other below merged contexts. No foreign code runs before the
 * last wait is over.
 *
 * <p>Announcing, to those links that had something to do with it: waiting threads are woken, running calls interrupted,
 * merged contexts taken from their other parents; then timers are cancelled, callbacks handed to their executor, foreign
 * parents let go of. That may run foreign code and cancel other contexts, with no lock held and nobody waiting for it.
 *
 * <p>Used by the one thread whose ending the topmost context took; a link belongs to it from the moment at which the
 * list that held it was closed. A context with nothing below it is ended without a walk: there is nothing to wait for.
 */
final class Walk {
    private final Ending ending;
    private @Nullable Link first;
    private @Nullable Link last;
    private @Nullable Link firstTold;
    private @Nullable Link lastTold;

    private Walk(Ending ending) {
        this.ending = ending;
    }

    /** Ends {@code top}; false if it had ended already, and then returns when all below it is marked. */
    static boolean end(CancelContext top, Ending ending) {
        if (!top.close(ending)) {
            top.awaitSettled();
            return false;
        }
        if (top.empty()) {
            top.leaveParent();
            top.announce(ending);
        } else {
            new Walk(top.walks(ending)).end(top);
        }
        return true;
    }

    private void end(CancelContext top) {
        take(top);
        mark();
        ending.settle();
        ending.awaitSettled();
        top.leaveParent();
        wake();
        top.announce(ending);
        announce();
    }

    /** Ends what a link stands for, and takes over its links; or remembers what event was there first. */
    void mark(CancelContext context) {
        if (context.close(ending)) {
            take(context);
        } else if (!context.empty()) {
            ending.meet(context.walked());
        }
    }

    /** Takes over what hangs on one of the lists of a context that this walk has ended. */
    void close(Stripe stripe) {
        stripe.close(ending);
        take(stripe);
    }

    private void take(Links closed) {
        Link head = closed.taken();
        if (head != null) {
            if (last == null) {
                first = head;
            } else {
                last.next = head;
            }
            last = head.previous;
        }
    }

    private void mark() {
        for (Link at = next(); at != null; at = next()) {
            if (at.join(this)) {
                tell(at);
            }
        }
    }

    /** The next link to be marked, by itself and no longer in the chain. */
    private @Nullable Link next() {
        Link at = first;
        if (at != null) {
            first = at.next;
            last = first == null ? null : last;
            at.next = null;
            at.previous = null;
        }
        return at;
    }

    private void tell(Link link) {
        if (lastTold == null) {
            firstTold = link;
        } else {
            lastTold.next = link;
        }
        lastTold = link;
    }

    /** Threads hear of the end before any foreign code runs, which may be waiting for one of them. */
    private void wake() {
        for (Link at = firstTold; at != null; at = at.next) {
            at.wake(ending);
        }
    }

    private void announce() {
        Link at = firstTold;
        while (at != null) {
            Link link = at;
            at = link.next;
            link.next = null;
            link.announce(ending);
        }
    }
}
