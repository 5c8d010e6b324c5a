package dev.cascata.context;

import org.jspecify.annotations.Nullable;

/**
 * Ends a context and everything linked below it, without recursion. To readers, all of it ends at the same moment.
 *
 * <p>Mark phase: closes the list of the topmost context with the event, puts its links into a chain, and visits the
 * chain. The links of each context that it closes are appended to the chain. Readers see nothing of this yet. If
 * another event has marked a child first, the propagation leaves the child to that event and waits until the event is
 * published. It waits only for propagations that began strictly below its own topmost context, so two never wait for
 * each other.
 *
 * <p>Publish: one write ends all contexts that the event has marked. Below them no context is live, so no reader sees a
 * live child of a done context.
 *
 * <p>Settle: a merged context can be reached from several sides, and each of two propagations may find one that the
 * other has marked. So the mark phase does not wait for merged contexts but remembers their events. After it has
 * published its own event, the propagation waits for those events, and for the ones that they in turn remember: no
 * thread that another waits for can itself be waiting, so there is no deadlock. Up to here, no user code runs.
 *
 * <p>Wake phase, for the links that the mark phase has noted: unparks waiting threads, interrupts running calls,
 * unlinks merged contexts from their other parents.
 *
 * <p>Notify phase, for the same links: cancels timers, hands callbacks to their executor, stops registrations with
 * foreign parents. This may call user code, which may cancel other contexts. No lock is held, and no thread waits for
 * this phase.
 *
 * <p>Used by one thread, whose event closed the list of the topmost context. A link belongs to this thread from the
 * moment at which its list was closed. A context without links ends without a propagation.
 */
final class Propagation {
    private final EndEvent event;
    private @Nullable Link first;
    private @Nullable Link last;
    private @Nullable Link firstNoted;
    private @Nullable Link lastNoted;

    private Propagation(EndEvent event) {
        this.event = event;
    }

    /** Ends {@code top}. Returns false if another event does; blocks until everything below it is done. */
    static boolean end(CancelContext top, EndEvent event) {
        if (top.closeEmpty(event)) {
            top.unlinkFromParents();
            top.notifyEnd(event);
            return true;
        }
        if (!top.isClosed() && new Propagation(event.unpublished()).tryEnd(top)) {
            return true;
        }
        top.awaitSettled();
        return false;
    }

    /** Ends {@code top} unless another event has closed its list. */
    private boolean tryEnd(CancelContext top) {
        boolean first = top.close(event);
        if (first) {
            end(top);
        }
        return first;
    }

    private void end(CancelContext top) {
        take(top);
        mark();
        event.publish();
        event.awaitSettled();
        top.unlinkFromParents();
        wake();
        top.notifyEnd(event);
        notifyEnds();
    }

    /** Marks a context below the topmost one and takes its links, or waits for the event that marked it first. */
    void mark(CancelContext context) {
        if (context.close(event)) {
            take(context);
        } else {
            context.awaitEndEvent();
        }
    }

    /** Marks a merged context and takes its links, or remembers the event that marked it first. */
    void markMerged(MergedContext context) {
        if (context.close(event)) {
            take(context);
        } else {
            event.meet(context.closedBy());
        }
    }

    /** Closes one of the stripes of a context that this propagation has marked, and takes its links. */
    void close(Stripes.Stripe stripe) {
        stripe.close(event);
        take(stripe);
    }

    private void take(LinkList closed) {
        Link head = closed.takeLinks();
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
            if (at.mark(this)) {
                note(at);
            }
        }
    }

    /** Removes the next link from the chain; null at the end. */
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

    private void note(Link link) {
        if (lastNoted == null) {
            firstNoted = link;
        } else {
            lastNoted.next = link;
        }
        lastNoted = link;
    }

    /** Wakes threads before any user code runs, since user code may wait for one of them. */
    private void wake() {
        for (Link at = firstNoted; at != null; at = at.next) {
            at.wake(event);
        }
    }

    private void notifyEnds() {
        Link at = firstNoted;
        while (at != null) {
            Link link = at;
            at = link.next;
            link.next = null;
            link.notifyEnd(event);
        }
    }
}
