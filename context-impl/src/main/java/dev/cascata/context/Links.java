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
 * FREE    ending == null or LINKED      nobody is at the list, which is empty if null
 *   | hold: compare-and-set             ^ free: release store
 * HELD    ending == HELD                one thread adds or removes: some ten instructions, none of others; or counts
 *
 * FREE
 *   | close: compare-and-set, once
 * CLOSED  ending is an event            the list belongs to the thread that closed it
 *   | publish: volatile store in the event, for all lists that it closed; from the start if the list was empty
 * ENDED   the event is published
 * </pre>
 *
 * <p>CLOSED is no state that can be read: a context that is marked but not ended is live. It can no longer be changed,
 * though, and whoever would cancel it, or hang something on it, waits for the walk that marks.
 *
 * <p>Who finds the list HELD waits for it by trying again, and yields after some tries: the holder is never at more
 * than those instructions, though it may have lost its processor, or be a test that counts what hangs there.
 *
 * <table border="1">
 * <caption>Fields</caption>
 * <tr><th>field</th><th>read</th><th>written</th><th>guard and happens-before edge</th></tr>
 * <tr><td>ending</td><td>volatile</td><td>volatile compare-and-set to HELD and to an event, release store back to
 * null or LINKED</td><td>holding acquires what the last to free released. What the ending thread wrote before is
 * visible to whoever reads the event, or that it is published; its err and cause are final. Both are written and read
 * in volatile mode: of two threads that each end one context and then read the other, one sees an end</td></tr>
 * <tr><td>first; previous and next of what is in the list</td><td>plain</td><td>plain</td><td>HELD; once closed,
 * the thread that closed it. The pointers go on to the {@link Walk} with the links</td></tr>
 * <tr><td>stripes</td><td>volatile</td><td>volatile, once, while HELD</td><td>linked before it is shown: whoever
 * closes this list finds it, and closes the Stripes before the event is published</td></tr>
 * </table>
 */
abstract sealed class Links extends Link permits CancelContext, Stripes.Stripe {
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
    private volatile @Nullable Stripes stripes;

    Links(@Nullable Links holder) {
        super(holder);
    }

    /** What has ended the context; null while it lives. */
    final @Nullable Ending endedBy() {
        Ending by = ending;
        return by != null && by.isPublished() ? by : null;
    }

    final boolean ended() {
        return endedBy() != null;
    }

    /** What has ended the context, whose list is closed; waits until everybody can see it. */
    Ending requireEnding() {
        Ending by = closedBy();
        by.awaitPublished();
        return by;
    }

    /** What has closed the list. */
    final Ending closedBy() {
        return Objects.requireNonNull(ending, "links are closed only by an end");
    }

    /** Adds at the end; false if closed. */
    final boolean add(Link link) {
        if (!take(Ending.HELD)) {
            return false;
        }
        append(link);
        free(Ending.LINKED);
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

    /** Removes a link that is held; does nothing if it is not, or if closed. */
    final void remove(Link link) {
        if (takeLinked() || take(Ending.HELD)) {
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

    /** Leaves out one of several links. */
    private void bridge(Link link, Link before) {
        Link after = link.next;
        if (first == link) {
            first = after;
        } else {
            before.next = after;
        }
        Objects.requireNonNull(after == null ? first : after).previous = before;
    }

    /** Closes the list for good, if nothing is in it and nobody at it. */
    final boolean closeEmpty(Ending by) {
        return ENDING.compareAndSet(this, null, by);
    }

    /** Closes the list for good; false if it is closed. */
    final boolean close(Ending by) {
        return take(by);
    }

    /** Takes all links from a list that the caller has closed; the first one leads to the others. */
    final @Nullable Link taken() {
        Link head = first;
        first = null;
        return head;
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
        int held = 0;
        for (Link at = first; at != null; at = at.next) {
            held += at.counted();
        }
        free();
        return held;
    }

    private boolean take(Ending to) {
        return takeFree(to) || takeLate(to);
    }

    /** Takes a list in which there is something, as a rule, and nobody at it. */
    private boolean takeLinked() {
        return ENDING.compareAndSet(this, Ending.LINKED, Ending.HELD);
    }

    private boolean takeFree(Ending to) {
        Ending by = ending;
        return (by == null || by == Ending.LINKED) && ENDING.compareAndSet(this, by, to);
    }

    /** Threads have met here: takes the list when it is free, and then spreads it. */
    private boolean takeLate(Ending to) {
        Stripes spare = to == Ending.HELD && !closed() && spreads() ? new Stripes(this) : null;
        for (int tries = 0; !closed(); tries++) {
            if (takeFree(to)) {
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

    final boolean closed() {
        Ending by = ending;
        return by != null && by != Ending.HELD && by != Ending.LINKED;
    }

    private void free() {
        free(first == null ? null : Ending.LINKED);
    }

    private void free(@Nullable Ending by) {
        ENDING.setRelease(this, by);
    }
}
