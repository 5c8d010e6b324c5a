package dev.cascata.context;

import org.jspecify.annotations.Nullable;

/**
 * Ends a context and everything linked below it, along one chain, without recursion, and for readers all at once.
 *
 * <p>Marking: the topmost context, then each link of the chain, is closed with the ending, which nobody can see yet; the
 * links of a context so marked are appended to the chain. A child that another event has marked first is not taken
 * over. If it is published, all below the child has ended; else the walk waits for that: it goes on strictly below, so
 * that no walks wait for each other. Publishing then ends everything in the chain by one write, and there is nothing
 * below that lives: no reader ever sees a live child of an ended context.
 *
 * <p>Merged contexts are met from several sides, and two walks may each find one that the other has marked. So what has
 * marked them is only remembered, and waited for once this walk is published, with whatever that one has met in turn:
 * nobody who is waited for waits. No foreign code runs before the last wait is over.
 *
 * <p>Announcing, to those links that had something to do with it: waiting threads are woken, running calls interrupted,
 * merged contexts taken from their other parents; then timers are cancelled, callbacks handed to their executor, foreign
 * parents let go of. That may run foreign code and cancel other contexts, with no lock held and nobody waiting for it.
 *
 * <p>Used by the one thread whose ending the topmost context took; a link belongs to it from the moment at which the
 * list that held it was closed. A context with nothing below it is ended without a walk.
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

    /** Ends {@code top}; false if another event does, and then returns when all below it has ended. */
    static boolean end(CancelContext top, Ending ending) {
        if (top.closeEmpty(ending)) {
            top.leaveParent();
            top.announce(ending);
            return true;
        }
        if (!top.closed() && new Walk(ending.ofWalk()).began(top)) {
            return true;
        }
        top.awaitSettled();
        return false;
    }

    private boolean began(CancelContext top) {
        boolean first = top.close(ending);
        if (first) {
            end(top);
        }
        return first;
    }

    private void end(CancelContext top) {
        take(top);
        mark();
        ending.publish();
        ending.awaitSettled();
        top.leaveParent();
        wake();
        top.announce(ending);
        announce();
    }

    /** Marks a context below this walk and takes over its links, or waits for who came first. */
    void mark(CancelContext context) {
        if (context.close(ending)) {
            take(context);
        } else {
            context.requireEnding();
        }
    }

    /** Marks a merged context below this walk and takes over its links, or remembers who came first. */
    void markMerged(MergedContext context) {
        if (context.close(ending)) {
            take(context);
        } else {
            ending.meet(context.closedBy());
        }
    }

    /** Takes over what hangs on one of the lists of a context that this walk has marked. */
    void close(Stripes.Stripe stripe) {
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
