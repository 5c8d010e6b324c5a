package dev.cascata.context;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/** The signal of a context of this library. Knows its owner, so that whoever hands it on is followed as the owner. */
final class NodeDone implements Done {
    private static final AtomicReferenceFieldUpdater<NodeDone, @Nullable CompletableFuture<Void>> STAGE = updater();

    private final CancelContext owner;
    private volatile @Nullable CompletableFuture<Void> stage;

    NodeDone(CancelContext owner) {
        this.owner = owner;
    }

    @SuppressWarnings("unchecked")
    private static AtomicReferenceFieldUpdater<NodeDone, @Nullable CompletableFuture<Void>> updater() {
        return (AtomicReferenceFieldUpdater<NodeDone, @Nullable CompletableFuture<Void>>)
                (AtomicReferenceFieldUpdater<?, ?>)
                        AtomicReferenceFieldUpdater.newUpdater(NodeDone.class, CompletableFuture.class, "stage");
    }

    CancelContext owner() {
        return owner;
    }

    @Override
    public boolean isDone() {
        return owner.ended();
    }

    @Override
    public void await() throws InterruptedException {
        Waiter.await(owner);
    }

    @Override
    public boolean await(Duration limit) throws InterruptedException {
        return Waiter.await(owner, Deadline.nanos(limit));
    }

    @Override
    public CompletionStage<Void> stage() {
        CompletableFuture<Void> made = stage;
        if (made == null) {
            made = new CompletableFuture<>();
            if (STAGE.compareAndSet(this, null, made)) {
                CompletableFuture<Void> shared = made;
                owner.afterFunc(() -> shared.complete(null));
            } else {
                return stage();
            }
        }
        return made.minimalCompletionStage();
    }
}
