package dev.cascata.context;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The links of a context, in the order in which they were added. The end of the context closes the list for good.
 * Adding and removing take constant time.
 *
 * <pre>
 * FREE    state == null or LINKED      no thread holds the list; it is empty if null
 *   | hold: compare-and-set            ^ free: release store
 * HELD    state == HELD                locked by one thread, which adds or removes (about ten instructions, no user
 *                                      code) or counts
 *
 * FREE
 *   | close: compare-and-set, once
 * CLOSED  state is an EndEvent         the list belongs to the thread that closed it
 *   | publish: volatile store in the event, for all lists that it closed; before the close if the list is empty
 * DONE    the event is published
 * </pre>
 *
 * <p>A reader cannot see CLOSED: to readers, a context that is marked but not done is live. But its list no longer
 * changes. A thread that cancels the context or links something to it waits for the propagation that marked it.
 *
 * <p>A thread that finds the list HELD spins, then yields. The holder releases the list after about ten instructions,
 * unless the system has taken its processor away, or it counts dependents for a test.
 *
 * <table border="1">
 * <caption>Fields</caption>
 * <tr><th>field</th><th>read</th><th>written</th><th>guard and happens-before edge</th></tr>
 * <tr><td>state</td><td>volatile</td><td>volatile compare-and-set to HELD and to an event, release store back to
 * null or LINKED</td><td>To hold the list acquires what the last holder released. What a thread wrote before it ended
 * the context is visible to a thread that reads the event, or that the event is published; err and cause of the event
 * are final. Both reads and writes are volatile: if two threads each end one context and then read the other, at least
 * one of them sees an end</td></tr>
 * <tr><td>first; previous and next of the links in the list</td><td>plain</td><td>plain</td><td>HELD; once closed,
 * the thread that closed the list. The {@link Propagation} takes over the pointers with the links</td></tr>
 * <tr><td>stripes</td><td>volatile</td><td>volatile, once, while HELD</td><td>They are linked before they are shown:
 * a thread that closes this list finds them, and closes them before the event is published</td></tr>
 * </table>
 */
abstract sealed class LinkList extends Link permits CancelContext, Stripes.Stripe {
    /** What {@code state} holds, unless it is null: one of two constants while the list is open, then an event. */
    static sealed class State permits EndEvent {
        /** One thread has locked the list. */
        static final State HELD = new State();

        /** No thread has locked the list, and it is not empty. */
        static final State LINKED = new State();

        /** Whether the contexts that are marked with this event are done; of the two constants always false. */
        volatile boolean published;
    }

    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(LinkList.class, "state", State.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private volatile @Nullable State state;
    private @Nullable Link first;
    private volatile @Nullable Stripes stripes;

    LinkList(@Nullable LinkList holder) {
        super(holder);
    }

    /** Returns the event that ended the context; null while the context is live. */
    final @Nullable EndEvent endEvent() {
        State now = state;
        return now != null && now.published ? (EndEvent) now : null;
    }

    /** Returns whether the context is done. */
    public final boolean isDone() {
        return endEvent() != null;
    }

    /** Returns the event that closed this list. Blocks until every reader can see it. */
    EndEvent awaitEndEvent() {
        EndEvent event = closedBy();
        event.awaitPublished();
        return event;
    }

    /** Returns the event that closed this list, published or not. */
    final EndEvent closedBy() {
        return (EndEvent) Objects.requireNonNull(state, "the list is not closed");
    }

    /** Adds a link at the end. Returns false if the list is closed. */
    final boolean add(Link link) {
        if (!take(State.HELD)) {
            return false;
        }
        append(link);
        free(State.LINKED);
        return true;
    }

    private void append(Link link) {
        Link head = first;
        if (head == null) {
            first = link;
            link.previous = link;
        } else {
            Link last = Objects.requireNonNull(head.previous);
            last.next = link;
            link.previous = last;
            head.previous = link;
        }
    }

    /** Removes a link. Does nothing if the link is not in the list, or if the list is closed. */
    final void remove(Link link) {
        if (takeLinked() || take(State.HELD)) {
            Link before = link.previous;
            if (before != null) {
                remove(link, before);
            }
            free();
        }
    }

    private void remove(Link link, Link before) {
        if (before == link) {
            first = null;
        } else {
            bridge(link, before);
        }
        link.previous = null;
        link.next = null;
    }

    /** Connects the neighbours of one of several links. */
    private void bridge(Link link, Link before) {
        Link after = link.next;
        if (first == link) {
            first = after;
        } else {
            before.next = after;
        }
        Objects.requireNonNull(after == null ? first : after).previous = before;
    }

    /** Closes the list for good. Returns false if it is not empty, or held, or closed. */
    final boolean closeEmpty(EndEvent event) {
        return STATE.compareAndSet(this, null, event);
    }

    /** Closes the list for good. Returns false if it is closed. */
    final boolean close(EndEvent event) {
        return take(event);
    }

    /** Takes all links out of a list that the caller has closed. Returns the first one, which leads to the others. */
    final @Nullable Link takeLinks() {
        Link head = first;
        first = null;
        return head;
    }

    /** Returns the list to which the calling thread is to add: this one, or one of its stripes. */
    final LinkList branch() {
        Stripes beside = stripes;
        return beside == null ? this : beside.own();
    }

    /** Counts the dependents in this list and its stripes. */
    public final int dependents() {
        Stripes beside = stripes;
        return size() + (beside == null ? 0 : beside.dependents());
    }

    final int size() {
        if (!take(State.HELD)) {
            return 0;
        }
        int count = 0;
        for (Link at = first; at != null; at = at.next) {
            count += at.counted();
        }
        free();
        return count;
    }

    private boolean take(State to) {
        return takeFree(to) || takeLate(to);
    }

    /** Takes a list in the state in which a link usually leaves it: not empty, and not held. */
    private boolean takeLinked() {
        return STATE.compareAndSet(this, State.LINKED, State.HELD);
    }

    private boolean takeFree(State to) {
        State now = state;
        return (now == null || now == State.LINKED) && STATE.compareAndSet(this, now, to);
    }

    /** Waits until the list is free and takes it. As several threads use the list, spreads it over stripes. */
    private boolean takeLate(State to) {
        Stripes spare = to == State.HELD && !isClosed() && spreads() ? new Stripes(this) : null;
        for (int tries = 0; !isClosed(); tries++) {
            if (takeFree(to)) {
                spread(spare);
                return true;
            }
            Threads.pause(tries);
        }
        return false;
    }

    /** Adds the stripes. They were made before the list was taken, since nothing may fail while it is held. */
    private void spread(@Nullable Stripes spare) {
        if (spare != null && stripes == null) {
            append(spare);
            stripes = spare;
        }
    }

    /** Returns whether this list may have stripes and has none yet. */
    private boolean spreads() {
        return stripes == null && this instanceof CancelContext;
    }

    final boolean isClosed() {
        return state instanceof EndEvent;
    }

    private void free() {
        free(first == null ? null : State.LINKED);
    }

    private void free(@Nullable State to) {
        STATE.setRelease(this, to);
    }
}
