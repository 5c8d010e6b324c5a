package dev.cascata.context;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * A context that can end, the node of the tree that it hangs in, and the signal of its own end, all in one object.
 *
 * <pre>
 * LIVE       links open, linked to the parent
 *   | close: compare-and-set of ending         a context with no links, and no walk above it, is ENDED at once
 * MARKED     links closed, being taken over by the walk; to readers still live
 *   | publish: one volatile store for all that the walk has marked
 * ENDED      err, cause and done tell it     unlinked; announcing goes on
 * </pre>
 *
 * <p>LIVE to ENDED happens once, by {@link Walk} alone, for this context as the topmost one or as a link of another;
 * a context born ended goes through all of it in its constructor call. Nothing goes back.
 *
 * <table border="1">
 * <caption>Fields, beside those of {@link Links}</caption>
 * <tr><th>field</th><th>read</th><th>written</th><th>guard and happens-before edge</th></tr>
 * <tr><td>holder, parent, deadline, values</td><td>plain</td><td>constructor</td><td>final: visible however the
 * context is published. Whoever unlinks has to hold the holder's list, and whoever linked has held it before</td></tr>
 * <tr><td>stage</td><td>volatile</td><td>volatile compare-and-set, once</td><td>everybody gets the one that came
 * first, whole</td></tr>
 * </table>
 */
sealed class CancelContext extends Links implements CancellableContext, Layer, Done
        permits DeadlineContext, MergedContext {
    private static final AtomicReferenceFieldUpdater<CancelContext, @Nullable CompletableFuture<Void>> STAGE =
            updater();

    private final Context parent;
    private final @Nullable Deadline deadline;
    private final Values values;
    private volatile @Nullable CompletableFuture<Void> stage;

    /** A live context, to be {@linkplain #attach attached} to {@code source} yet if that is not null. */
    CancelContext(Context parent, @Nullable Context source, @Nullable Deadline deadline) {
        super(source instanceof CancelContext node ? node.branch() : null);
        this.parent = parent;
        this.deadline = deadline;
        this.values = Values.of(parent);
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

    /** Makes this context follow {@code source}, or ends it where that has ended. */
    final void attach(@Nullable Context source) {
        if (source instanceof CancelContext node) {
            if (!hang()) {
                end(node.requireEnding().repeated());
            }
        } else if (source != null) {
            Foreign.HookLink.keep(this, Foreign.follow(source, this));
        }
    }

    /** Whose end a context shows: a context of this library, or somebody else's; null if it cannot end. */
    static @Nullable Context source(Context context) {
        Done done = context.done();
        if (done instanceof CancelContext node) {
            return node;
        }
        Context source = context instanceof ValueContext layer ? layer.source() : context;
        return done == Done.never() ? null : source;
    }

    final boolean end(Ending by) {
        return Walk.end(this, by);
    }

    @Override
    boolean join(Walk walk) {
        walk.mark(this);
        return false;
    }

    void leaveParent() {
        unlink();
    }

    /** Of a context that is marked: waits until it has ended, and all below it. */
    final void awaitSettled() {
        closedBy().awaitSettled();
    }

    @Override
    public final boolean cancel(@Nullable Throwable cause) {
        return end(Ending.cancelled(cause));
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
    public final boolean isDone() {
        return ended();
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
        Ending by = endedBy();
        return by == null ? null : by.err;
    }

    @Override
    public final @Nullable Throwable cause() {
        Ending by = endedBy();
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
