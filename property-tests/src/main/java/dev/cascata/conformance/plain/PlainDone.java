package dev.cascata.conformance.plain;

import dev.cascata.context.Deadline;
import dev.cascata.context.Done;
import dev.cascata.context.Scheduler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;

/** The signal of a node. A thread waits on its own latch, which is linked to the node. */
public record PlainDone(PlainNode owner) implements Done {

    @Override
    public boolean isDone() {
        return owner.steps.ended(owner);
    }

    @Override
    public void await() throws InterruptedException {
        refuseInterrupted();
        await(new CountDownLatch(1));
    }

    @Override
    public boolean await(Duration limit) throws InterruptedException {
        refuseInterrupted();
        Deadline end = owner.steps.moment(limit);
        if (!isDone() && !end.isPast()) {
            await(end);
        }
        return isDone();
    }

    private void await(Deadline end) throws InterruptedException {
        CountDownLatch latch = new CountDownLatch(1);
        Scheduler.Timer timer = owner.steps.startTimer(end, latch::countDown);
        try {
            await(latch);
        } finally {
            owner.steps.stopTimer(timer);
        }
    }

    private void await(CountDownLatch latch) throws InterruptedException {
        if (owner.steps.add(owner, latch)) {
            try {
                latch.await();
            } finally {
                owner.steps.remove(owner, latch);
            }
        }
    }

    private static void refuseInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before waiting for the end of a context");
        }
    }

    @Override
    public CompletionStage<Void> stage() {
        CompletableFuture<Void> stage = new CompletableFuture<>();
        owner.afterFunc(() -> stage.complete(null));
        return stage.minimalCompletionStage();
    }
}
