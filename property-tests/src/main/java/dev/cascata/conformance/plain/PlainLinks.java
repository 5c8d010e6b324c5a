package dev.cascata.conformance.plain;

import dev.cascata.context.Registration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The links of the contexts of one tree, and the walk that ends them. One lock guards all trees, because merged
 * contexts join trees. A walk marks a node and everything below it under the lock. After that it notifies threads and
 * callbacks without the lock. No user code runs under the lock.
 */
public abstract class PlainLinks {
    /** A test that abandons threads in the middle of a step replaces the lock. */
    static ReentrantLock lock = new ReentrantLock();

    protected static boolean locked(BooleanSupplier step) {
        ReentrantLock held = lock;
        held.lock();
        try {
            return step.getAsBoolean();
        } finally {
            held.unlock();
        }
    }

    /** Returns the number of children and callbacks of a node. */
    public final int dependents(PlainNode node) {
        AtomicInteger count = new AtomicInteger();
        locked(() -> node.links.stream()
                .filter(l -> !(l instanceof CountDownLatch))
                .allMatch(l -> count.incrementAndGet() > 0));
        return count.get();
    }

    /** Returns what the signal of a node shows. */
    protected boolean ended(PlainNode node) {
        return node.end != null;
    }

    /** Links something to a node; returns false if the node has ended. */
    protected boolean add(PlainNode node, Object link) {
        return locked(() -> node.end == null && node.links.add(link));
    }

    /** Links a merged node to one of its parents; returns false if one of the two has ended. */
    protected boolean join(PlainNode parent, PlainNode merged) {
        return locked(() -> merged.end == null && add(parent, merged) && merged.others.add(parent));
    }

    protected void remove(PlainNode node, Object link) {
        locked(() -> node.links.remove(link));
    }

    /** Keeps a release that runs when a node ends; runs it at once if the node has ended. */
    protected void keep(PlainNode node, Runnable release) {
        if (!locked(() -> node.end == null && node.kept.add(release))) {
            Guard.run(release);
        }
    }

    /** Takes a callback; returns false if it was taken before. */
    protected boolean take(PlainCallback callback) {
        boolean free = !callback.taken;
        callback.taken = true;
        return free;
    }

    protected boolean stopCallback(PlainCallback callback) {
        return locked(() -> {
            boolean stopped = take(callback);
            if (stopped) {
                unlink(callback);
            }
            return stopped;
        });
    }

    /** Ends a node and everything below it. Returns false, after everything below has ended, if the node had ended. */
    protected boolean end(PlainNode top, PlainEnd end) {
        List<Object> ended = new ArrayList<>();
        boolean first = locked(() -> top.end == null && walk(top, end, ended));
        ended.forEach(this::interrupt);
        ended.forEach(this::inform);
        return first;
    }

    /** Ends the node and everything that is linked below it, and lists it. */
    private boolean walk(PlainNode top, PlainEnd end, List<Object> ended) {
        hide(end);
        unlink(top);
        ended.add(top);
        for (int i = 0; i < ended.size(); i++) {
            Object link = ended.get(i);
            if (link instanceof PlainNode node && (node == top || node.end == null)) {
                ended.addAll(publish(node, node == top ? end : inherited(node, end)));
                part(node);
            } else if (link instanceof PlainCallback callback) {
                take(callback);
            }
        }
        show();
        ended.forEach(PlainLinks::wake);
        return true;
    }

    /** Called before the first node is marked with an end. */
    protected void hide(PlainEnd end) {}

    /** Called after the last node is marked. */
    protected void show() {}

    /** Wakes a waiting thread, after everything is marked and before user code can delay it. */
    private static void wake(Object link) {
        if (link instanceof CountDownLatch latch) {
            latch.countDown();
        }
    }

    /** Ends one node and returns its links. */
    protected Set<Object> publish(PlainNode node, PlainEnd end) {
        Set<Object> links = node.links;
        node.links = Collections.emptySet();
        node.end = end;
        return links;
    }

    protected void unlink(PlainNode node) {
        if (node.holder != null) {
            node.holder.links.remove(node);
        }
    }

    /** Unlinks a merged node that has ended from its parents. */
    protected void part(PlainNode merged) {
        merged.others.forEach(parent -> parent.links.remove(merged));
        merged.others = Collections.emptyList();
    }

    protected void unlink(PlainCallback callback) {
        if (callback.holder != null) {
            callback.holder.links.remove(callback);
        }
    }

    /** Returns the end of a node whose parent has ended with {@code parent}. */
    protected PlainEnd inherited(PlainNode node, PlainEnd parent) {
        return parent;
    }

    /** Interrupts the thread of a call, before user code can delay that. */
    protected void interrupt(Object link) {
        if (link instanceof PlainCall call) {
            Guard.run(call::interrupt);
        }
    }

    /** Releases what an ended node kept, or runs a callback. */
    protected void inform(Object link) {
        if (link instanceof PlainNode node) {
            node.kept.forEach(Guard::run);
            node.kept = Collections.emptyList();
        } else if (link instanceof PlainCallback callback) {
            callback.steps.dispatch(callback);
        }
    }

    protected abstract void dispatch(PlainCallback callback);

    /** Registers a callback on a node. {@code holder} is null for a context that never ends. */
    protected Registration addCallback(@Nullable PlainNode holder, Runnable task) {
        PlainCallback callback = new PlainCallback(this, holder, task);
        if (holder != null && !add(holder, callback)) {
            callback.taken = true;
            dispatch(callback);
        }
        return callback;
    }
}
