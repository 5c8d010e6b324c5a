package dev.cascata.context;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A list of links, in the order in which they came, which an ending closes for ever. Adding and removing take constant
 * time.
 *
 * <pre>
 * FREE    ending == null    nobody is at the list
 *   | hold: compare-and-set             ^ free: release store
 * HELD    ending == HELD    one thread adds or removes: some ten instructions, none of others
 *
 * FREE
 *   | close: compare-and-set, once
 * CLOSED  ending is an event            the list belongs to the thread that closed it, which puts the event of
 *                                       its walk in the place of the first if there are links: same err and cause
 * </pre>
 *
 * <p>Who finds the list HELD waits for it by trying again, and yields after some tries: the holder is never at more
 * than those instructions, though it may have lost its processor.
 *
 * <table border="1">
 * <caption>Fields</caption>
 * <tr><th>field</th><th>read</th><th>written</th><th>guard and happens-before edge</th></tr>
 * <tr><td>ending</td><td>volatile</td><td>volatile compare-and-set to HELD and to an event, release store back to
 * null; volatile store of the event of the walk</td><td>holding acquires what the last to free released. What the
 * ending thread wrote before is visible to whoever reads the event; its err and cause are final. The event is written
 * and read in volatile mode: of two threads that each end one context and then read the other, one sees an
 * end</td></tr>
 * <tr><td>first, size; previous and next of what is in the list</td><td>plain</td><td>plain</td><td>HELD; once closed,
 * the thread that closed it. The pointers go on to the {@link Walk} with the links</td></tr>
 * <tr><td>first, in empty()</td><td>plain</td><td></td><td>called by who has read the event: sees the last write while
 * HELD, or that of taken(), both not null if there was a link to take</td></tr>
 * <tr><td>stripes</td><td>volatile</td><td>volatile, once, while HELD</td><td>linked before it is shown: whoever
 * closes this list finds it. What hangs on a Stripe asks its owner for the end before it holds it, so that nothing
 * derived after the end is linked, though the Stripe is closed somewhat later</td></tr>
 * </table>
 */
abstract sealed class Links extends Link permits CancelContext, Stripe {
    private static final VarHandle ENDING;

    static {
        try {
            ENDING = MethodHandles.lookup().findVarHandle(Links.class, "ending", Ending.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private volatile @Nullable Ending ending;
    private @Nullable Link first;
    private int size;
    private volatile @Nullable Stripes stripes;

    Links(@Nullable Links holder) {
        super(holder);
    }

    /** What has closed the list; null while it is open. */
    @Nullable
    Ending endedBy() {
        Ending by = ending;
        return by == Ending.HELD ? null : by;
    }

    final boolean ended() {
        return endedBy() != null;
    }

    final Ending requireEnding() {
        return Objects.requireNonNull(endedBy(), "links are closed only by an end");
    }

    /** Adds at the end; false if closed. */
    final boolean add(Link link) {
        if (!take(Ending.HELD)) {
            return false;
        }
        append(link);
        free();
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
        size += link.counted();
    }

    /** Removes a link that is held; does nothing if it is not, or if closed. */
    final void remove(Link link) {
        if (!take(Ending.HELD)) {
            return;
        }
        Link before = link.previous;
        if (before != null) {
            remove(link, before);
        }
        free();
    }

    private void remove(Link link, Link before) {
        Link after = link.next;
        if (first == link) {
            first = after;
        } else {
            before.next = after;
        }
        Link behind = after == null ? first : after;
        if (behind != null) {
            behind.previous = before;
        }
        link.previous = null;
        link.next = null;
        size -= link.counted();
    }

    /** Closes the list for good; false if it is closed. */
    final boolean close(Ending by) {
        return take(by);
    }

    /** Puts, in the place of what has just closed the list, the same event with the walk that takes over the links. */
    final Ending walks(Ending by) {
        Ending walking = by.ofWalk();
        ending = walking;
        return walking;
    }

    /** The event of the walk that takes over the links, of which there are some: about to be put here if it is not. */
    final Ending walked() {
        Ending by = requireEnding();
        for (int tries = 0; !by.walks(); tries++) {
            Threads.pause(tries);
            by = requireEnding();
        }
        return by;
    }

    /** The first link of a list that the caller has closed, and still has to {@linkplain Walk take over}. */
    final @Nullable Link taken() {
        Link head = first;
        if (head != null) {
            first = this;
            size = 0;
        }
        return head;
    }

    /** Of a closed list: whether nothing was in it when it was closed. */
    final boolean empty() {
        return first == null;
    }

    /** The list to hang a link on: this one, or one of those beside it. */
    final Links branch() {
        Stripes beside = stripes;
        return beside == null ? this : beside.own();
    }

    /** How many links hang here, those on the lists beside this one included. */
    public final int linked() {
        Stripes beside = stripes;
        return size() + (beside == null ? 0 : beside.linked());
    }

    final int size() {
        if (!take(Ending.HELD)) {
            return 0;
        }
        int held = size;
        free();
        return held;
    }

    private boolean take(Ending to) {
        return ENDING.compareAndSet(this, null, to) || takeLate(to);
    }

    /** Threads have met here: takes the list when it is free, and then spreads it. */
    private boolean takeLate(Ending to) {
        Stripes spare = to == Ending.HELD && !closed() && spreads() ? new Stripes(this) : null;
        for (int tries = 0; !closed(); tries++) {
            if (ENDING.compareAndSet(this, null, to)) {
                spread(spare);
                return true;
            }
            Threads.pause(tries);
        }
        return false;
    }

    /** Made before the list was taken: nothing under it may fail. */
    private void spread(@Nullable Stripes spare) {
        if (spare != null && stripes == null) {
            append(spare);
            stripes = spare;
        }
    }

    /** Whether there are to be lists beside this one, and there are none yet. */
    private boolean spreads() {
        return stripes == null && this instanceof CancelContext;
    }

    private boolean closed() {
        Ending by = ending;
        return by != null && by != Ending.HELD;
    }

    private void free() {
        ENDING.setRelease(this, null);
    }
}
