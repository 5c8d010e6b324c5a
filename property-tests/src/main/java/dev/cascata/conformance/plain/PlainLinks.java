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
 * What hangs on the contexts of one tree, and how it ends with them. One lock guards all trees, since merged contexts
 * join them: an end is published to a node and to all that is linked below it under the lock; whoever has to hear of it
 * is told after that, without the lock. No code of others runs under it.
 */
public abstract class PlainLinks {
    /** Renewed only by whoever leaves threads behind in the middle of a step, and their contexts with them. */
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

    /** How many children and callbacks hang on a node. */
    public final int linked(PlainNode node) {
        AtomicInteger number = new AtomicInteger();
        locked(() -> node.links.stream()
                .filter(l -> !(l instanceof CountDownLatch))
                .allMatch(l -> number.incrementAndGet() > 0));
        return number.get();
    }

    /** What the signal of a node tells. */
    protected boolean ended(PlainNode node) {
        return node.end != null;
    }

    /** Hangs something on a node; false if that has ended. */
    protected boolean add(PlainNode node, Object link) {
        return locked(() -> node.end == null && node.links.add(link));
    }

    /** Hangs a merged node on one of its parents; false if one of the two has ended. */
    protected boolean join(PlainNode parent, PlainNode merged) {
        return locked(() -> merged.end == null && add(parent, merged) && merged.others.add(parent));
    }

    protected void remove(PlainNode node, Object link) {
        locked(() -> node.links.remove(link));
    }

    /** Keeps what has to be let go of when a node ends; lets go of it at once if it has ended. */
    protected void keep(PlainNode node, Runnable letGo) {
        if (!locked(() -> node.end == null && node.kept.add(letGo))) {
            Guard.run(letGo);
        }
    }

    /** True if the callback was still to be had. */
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

    /** Ends a node and all below it. False if it had ended, and then returns when all below it has, too. */
    protected boolean end(PlainNode top, PlainEnd end) {
        List<Object> ended = new ArrayList<>();
        boolean first = locked(() -> top.end == null && walk(top, end, ended));
        ended.forEach(this::interrupt);
        ended.forEach(this::tell);
        return first;
    }

    /** Lists the node and all that is linked below it, ending it on the way. */
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

    /** Before the first node is marked with an end. */
    protected void hide(PlainEnd end) {}

    /** Once all is marked. */
    protected void show() {}

    /** Only once all is marked, and before code of others can hold anybody up. */
    private static void wake(Object link) {
        if (link instanceof CountDownLatch latch) {
            latch.countDown();
        }
    }

    /** Ends one node and answers what hung on it. */
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

    /** Takes a merged node that has ended from its parents. */
    protected void part(PlainNode merged) {
        merged.others.forEach(parent -> parent.links.remove(merged));
        merged.others = Collections.emptyList();
    }

    protected void unlink(PlainCallback callback) {
        if (callback.holder != null) {
            callback.holder.links.remove(callback);
        }
    }

    /** The end of a context that something above it has ended so. */
    protected PlainEnd inherited(PlainNode node, PlainEnd parent) {
        return parent;
    }

    /** Interrupts the thread of a call that hung on a node, before code of others can hold anybody up. */
    protected void interrupt(Object link) {
        if (link instanceof PlainCall call) {
            Guard.run(call::interrupt);
        }
    }

    /** Tells something that hung on a node of the end of that node. */
    protected void tell(Object link) {
        if (link instanceof PlainNode node) {
            node.kept.forEach(Guard::run);
            node.kept = Collections.emptyList();
        } else if (link instanceof PlainCallback callback) {
            callback.steps.dispatch(callback);
        }
    }

    protected abstract void dispatch(PlainCallback callback);

    /** A callback on a node; on one that never ends if {@code holder} is null. */
    protected Registration hang(@Nullable PlainNode holder, Runnable task) {
        PlainCallback callback = new PlainCallback(this, holder, task);
        if (holder != null && !add(holder, callback)) {
            callback.taken = true;
            dispatch(callback);
        }
        return callback;
    }
}
