package dev.cascata.context;

import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * A context that can end, and the node of the tree that it hangs in.
 *
 * <pre>
 * LIVE       ending == null                  links open, linked to the parent
 *   | mark: compare-and-set of ending
 * ENDED      ending != null, not settled     links being closed by the walk
 *   | settle: the walk has marked all below
 * SETTLED    ending.awaitSettled() returns   unlinked; announcing may still go on
 * </pre>
 *
 * <p>LIVE to ENDED happens once, by {@link Walk} alone, for this context as the topmost one or as a link of another;
 * a context born ended goes through all of it in its constructor call. Nothing goes back.
 *
 * <table border="1">
 * <caption>Fields</caption>
 * <tr><th>field</th><th>read</th><th>written</th><th>guard and happens-before edge</th></tr>
 * <tr><td>parent, deadline, values, done</td><td>plain</td><td>constructor</td><td>final: visible however the
 * context is published</td></tr>
 * <tr><td>ending</td><td>volatile</td><td>volatile compare-and-set, once</td><td>what the ending thread wrote before
 * is visible to whoever sees err, cause or done; err and cause are final fields of the object published</td></tr>
 * <tr><td>links</td><td>monitor of the Links</td><td>monitor of the Links</td><td>ending is set before the links are
 * closed: who finds them closed finds the ending</td></tr>
 * <tr><td>holder</td><td>plain</td><td>plain, before the context is handed out</td><td>read by the walk that ended
 * this context: it got here through the monitor of the holder's links, through the timer or hook that attach() made
 * afterwards, or through the caller's own reference</td></tr>
 * <tr><td>release</td><td>volatile</td><td>volatile compare-and-set, swap</td><td>one of the two sides sees the other:
 * either attach() finds RELEASED, or the walk finds the registration</td></tr>
 * </table>
 */
sealed class CancelContext extends Link implements CancellableContext, Layer permits DeadlineContext, MergedContext {
    private static final AtomicReferenceFieldUpdater<CancelContext, @Nullable Ending> ENDING =
            AtomicReferenceFieldUpdater.newUpdater(CancelContext.class, Ending.class, "ending");
    private static final AtomicReferenceFieldUpdater<CancelContext, @Nullable Registration> RELEASE =
            AtomicReferenceFieldUpdater.newUpdater(CancelContext.class, Registration.class, "release");
    private static final Registration RELEASED = () -> false;

    private final Context parent;
    private final @Nullable Deadline deadline;
    private final Values values;
    private final NodeDone done = new NodeDone(this);
    private final Links links = new Links();
    private @Nullable CancelContext holder;
    private volatile @Nullable Ending ending;

    @SuppressWarnings("UnusedVariable")
    private volatile @Nullable Registration release;

    CancelContext(Context parent, @Nullable Deadline deadline) {
        this.parent = parent;
        this.deadline = deadline;
        this.values = Values.of(parent);
    }

    static CancelContext below(Context parent) {
        CancelContext child = new CancelContext(parent, parent.deadline());
        child.attach();
        return child;
    }

    /** Makes this context follow its parent, or ends it where the parent has ended. */
    final void attach() {
        Context source = source(parent);
        if (source instanceof CancelContext node) {
            attachTo(node);
        } else if (source != null) {
            keepForRelease(Foreign.follow(source, this));
        }
    }

    /** Whose end a context shows: a context of this library, or somebody else's; null if it cannot end. */
    static @Nullable Context source(Context context) {
        Done done = context.done();
        if (done instanceof NodeDone node) {
            return node.owner();
        }
        Context source = context instanceof ValueContext layer ? layer.source() : context;
        return done == Done.never() ? null : source;
    }

    private void attachTo(CancelContext node) {
        holder = node;
        if (node.ended() || !node.links.add(this)) {
            holder = null;
            end(node.requireEnding().repeated());
        }
    }

    private void keepForRelease(Registration registration) {
        if (!RELEASE.compareAndSet(this, null, registration)) {
            Foreign.guard(registration::stop);
        }
    }

    final boolean end(Ending by) {
        return Walk.end(this, by);
    }

    @Override
    final @Nullable Links mark(Ending by) {
        return ENDING.compareAndSet(this, null, by) ? links : null;
    }

    @Override
    void announce(Ending by) {
        if (by != ending) {
            return;
        }
        Registration kept = RELEASE.getAndSet(this, RELEASED);
        if (kept != null) {
            Foreign.guard(kept::stop);
        }
    }

    void leaveParent() {
        if (holder != null) {
            holder.links.remove(this);
        }
    }

    @Override
    final @Nullable Ending endedBy() {
        return ending;
    }

    final boolean ended() {
        return ending != null;
    }

    final void awaitSettled() {
        requireEnding().awaitSettled();
    }

    final Ending requireEnding() {
        Ending by = ending;
        if (by == null) {
            throw new AssertionError("links are closed only after the end");
        }
        return by;
    }

    final Links links() {
        return links;
    }

    @Override
    public final boolean cancel(@Nullable Throwable cause) {
        return end(Ending.cancelled(cause));
    }

    @Override
    public final int linked() {
        return links.size();
    }

    @Override
    public final @Nullable Deadline deadline() {
        return deadline;
    }

    @Override
    public final Done done() {
        return done;
    }

    @Override
    public final @Nullable ContextException err() {
        Ending by = ending;
        return by == null ? null : by.err;
    }

    @Override
    public final @Nullable Throwable cause() {
        Ending by = ending;
        return by == null ? null : by.cause;
    }

    @Override
    public final <T> @Nullable T value(Key<T> key) {
        return values.find(key);
    }

    @Override
    public final Registration afterFunc(Runnable callback) {
        return Callback.on(this, callback);
    }

    @Override
    public final Context parent() {
        return parent;
    }

    @Override
    public final Environment environment() {
        return values.environment();
    }

    final Values values() {
        return values;
    }

    @Override
    public String step() {
        return "withCancel";
    }

    @Override
    public final String toString() {
        return Layer.print(this);
    }
}
