package dev.cascata.perf;

import dev.cascata.context.Registration;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A bare node for one thread: a word that is set once, and pointers to its neighbours and its outer children. */
class FloorNode implements Registration {
    /** A node that never ends and does not know its children. */
    static final class Root extends FloorNode {
        Root() {
            super(null);
        }
    }

    private static final AtomicIntegerFieldUpdater<FloorNode> STATE =
            AtomicIntegerFieldUpdater.newUpdater(FloorNode.class, "state");
    private static final Object[] NO_VALUES = {};

    private final @Nullable FloorNode parent;
    Object[] values = NO_VALUES;

    @Nullable
    FloorNode previous;

    @Nullable
    FloorNode next;

    @Nullable
    FloorNode first;

    @Nullable
    FloorNode last;

    @Nullable
    Thread waiter;

    private volatile int state;

    FloorNode(@Nullable FloorNode parent) {
        this.parent = parent instanceof Root ? null : parent;
    }

    /** Adds the node to the list of its parent and returns the node. */
    final FloorNode linked() {
        if (parent != null) {
            parent.add(this);
        }
        return this;
    }

    final void add(FloorNode node) {
        FloorNode before = last;
        node.previous = before;
        if (before == null) {
            first = node;
        } else {
            before.next = node;
        }
        last = node;
    }

    final void remove(FloorNode node) {
        FloorNode before = node.previous;
        FloorNode after = node.next;
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
    }

    final boolean done() {
        return state != 0;
    }

    /** Removes the node from its parent and marks it and its descendants. Returns false if it was marked already. */
    boolean end() {
        if (!mark()) {
            return false;
        }
        if (parent != null) {
            parent.remove(this);
        }
        FloorNode tail = last;
        for (FloorNode at = first; at != null; at = at.next) {
            at.mark();
            if (at.last != null && tail != null) {
                tail.next = at.first;
                tail = at.last;
            }
        }
        return true;
    }

    private boolean mark() {
        if (!STATE.compareAndSet(this, 0, 1)) {
            return false;
        }
        if (waiter != null) {
            LockSupport.unpark(waiter);
        }
        return true;
    }

    @Override
    public boolean stop() {
        return end();
    }
}
