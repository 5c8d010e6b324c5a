package dev.cascata.context;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The signal of a context that cannot end. Keeps no reference to waiting threads. */
final class NeverDone implements Done {
    static final NeverDone INSTANCE = new NeverDone();

    private NeverDone() {}

    @Override
    public boolean isDone() {
        return false;
    }

    @Override
    public void await() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    @Override
    public boolean await(Duration limit) throws InterruptedException {
        return new CountDownLatch(1).await(Deadline.nanos(limit), TimeUnit.NANOSECONDS);
    }

    @Override
    public CompletionStage<Void> stage() {
        return new CompletableFuture<Void>().minimalCompletionStage();
    }
}
