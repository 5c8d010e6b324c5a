package dev.cascata.context;

import org.jspecify.annotations.Nullable;

/**
 * The links of one cancellable context, in the order in which they came. Adding and removing take constant time.
 *
 * <p>Open until the context ends; then the walk that ended it takes the whole chain, and nothing can be added or
 * removed any more. The guard of all fields, and of the pointers of the links held, is this object's monitor while
 * open and the walk after that. No foreign code runs under the monitor.
 */
final class Links {
    private @Nullable Link first;
    private @Nullable Link last;
    private int size;
    private boolean closed;

    /** Adds at the end; false if closed. */
    synchronized boolean add(Link link) {
        if (closed) {
            return false;
        }
        link.previous = last;
        if (last == null) {
            first = link;
        } else {
            last.next = link;
        }
        last = link;
        size += link.counted();
        return true;
    }

    /** Removes a link that is held; does nothing if it is not, or if closed. */
    synchronized void remove(Link link) {
        Link before = link.previous;
        if (closed || (before == null && first != link)) {
            return;
        }
        Link after = link.next;
        if (before == null) {
            first = after;
        } else {
            before.next = after;
        }
        if (after == null) {
            last = before;
        } else {
            after.previous = before;
        }
        link.previous = null;
        link.next = null;
        size -= link.counted();
    }

    /** Closes, and hands the chain to {@code walk}. */
    synchronized void close(Walk walk) {
        closed = true;
        if (first != null && last != null) {
            walk.append(first, last);
        }
        first = null;
        last = null;
        size = 0;
    }

    synchronized int size() {
        return size;
    }
}
