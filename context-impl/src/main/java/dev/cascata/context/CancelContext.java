package dev.cascata.context;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * A context that can end, the list of what is linked to it, and the signal of its own end, all in one object.
 *
 * <pre>
 * LIVE       list open; linked to the parent
 *   | close: compare-and-set of state          a context without links, on which no propagation works, is DONE at once
 * MARKED     list closed, being taken over by the propagation; still live to readers
 *   | publish: one volatile store for all that the propagation has marked
 * DONE       done, err and cause show the end; not linked to the parent; the notify phase may still be running
 * </pre>
 *
 * <p>{@link Propagation} alone takes a context from LIVE to DONE, once, as its topmost context or as a link of another.
 * A context that is derived from a done one takes these steps before the deriving call returns. There is no way back.
 *
 * <table border="1">
 * <caption>Fields, besides those of {@link LinkList}</caption>
 * <tr><th>field</th><th>read</th><th>written</th><th>guard and happens-before edge</th></tr>
 * <tr><td>holder, parent, deadline, values</td><td>plain</td><td>constructor</td><td>Final: visible however the
 * context is published. A thread that unlinks has to hold the holder's list, which the linking thread has held
 * before</td></tr>
 * <tr><td>stage</td><td>volatile</td><td>volatile compare-and-set, once</td><td>Every thread gets the stage that was
 * written first, completely constructed</td></tr>
 * </table>
 */
sealed class CancelContext extends LinkList implements CancellableContext, BuiltInContext, Done
        permits DeadlineContext, MergedContext {
    private static final AtomicReferenceFieldUpdater<CancelContext, @Nullable CompletableFuture<Void>> STAGE =
            updater();

    private final Context parent;
    private final @Nullable Deadline deadline;
    private final VisibleValues values;
    private volatile @Nullable CompletableFuture<Void> stage;

    /** Creates a live context. If {@code source} is not null, the caller has to {@linkplain #attach attach} it. */
    CancelContext(Context parent, @Nullable Context source, @Nullable Deadline deadline) {
        super(source instanceof CancelContext node ? node.branch() : null);
        this.parent = parent;
        this.deadline = deadline;
        this.values = VisibleValues.of(parent);
    }

    @SuppressWarnings("unchecked")
    private static AtomicReferenceFieldUpdater<CancelContext, @Nullable CompletableFuture<Void>> updater() {
        return (AtomicReferenceFieldUpdater<CancelContext, @Nullable CompletableFuture<Void>>)
                (AtomicReferenceFieldUpdater<?, ?>)
                        AtomicReferenceFieldUpdater.newUpdater(CancelContext.class, CompletableFuture.class, "stage");
    }

    static CancelContext below(Context parent) {
        Context source = source(parent);
        CancelContext child = new CancelContext(parent, source, parent.deadline());
        child.attach(source);
        return child;
    }

    /** Makes this context end with {@code source}; at once if that is done. */
    final void attach(@Nullable Context source) {
        if (source instanceof CancelContext node) {
            if (!link()) {
                end(node.awaitEndEvent().repeated());
            }
        } else if (source != null) {
            ForeignParents.HookLink.keep(this, ForeignParents.follow(source, this));
        }
    }

    /** Returns the context whose end {@code context} shows, built-in or foreign; null if it cannot end. */
    static @Nullable Context source(Context context) {
        Done done = context.done();
        if (done instanceof CancelContext node) {
            return node;
        }
        Context source = context instanceof ValueContext layer ? layer.source() : context;
        return done == Done.never() ? null : source;
    }

    final boolean end(EndEvent event) {
        return Propagation.end(this, event);
    }

    @Override
    boolean mark(Propagation propagation) {
        propagation.mark(this);
        return false;
    }

    void unlinkFromParents() {
        unlink();
    }

    /** Blocks until this context, which is marked, and everything below it is done. */
    final void awaitSettled() {
        closedBy().awaitSettled();
    }

    @Override
    public final boolean cancel(@Nullable Throwable cause) {
        return end(EndEvent.cancelled(cause));
    }

    @Override
    public final @Nullable Deadline deadline() {
        return deadline;
    }

    @Override
    public final Done done() {
        return this;
    }

    @Override
    public final void await() throws InterruptedException {
        Waiter.await(this);
    }

    @Override
    public final boolean await(Duration limit) throws InterruptedException {
        return Waiter.await(this, Deadline.nanos(limit));
    }

    @Override
    public final CompletionStage<Void> stage() {
        CompletableFuture<Void> shared = stage;
        if (shared == null) {
            CompletableFuture<Void> made = new CompletableFuture<>();
            if (!STAGE.compareAndSet(this, null, made)) {
                return stage();
            }
            afterFunc(() -> made.complete(null));
            shared = made;
        }
        return shared.minimalCompletionStage();
    }

    @Override
    public final @Nullable ContextException err() {
        EndEvent event = endEvent();
        return event == null ? null : event.err;
    }

    @Override
    public final @Nullable Throwable cause() {
        EndEvent event = endEvent();
        return event == null ? null : event.cause;
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

    @Override
    public final VisibleValues values() {
        return values;
    }

    @Override
    public String step() {
        return "withCancel";
    }

    @Override
    public final String toString() {
        return BuiltInContext.print(this);
    }
}
