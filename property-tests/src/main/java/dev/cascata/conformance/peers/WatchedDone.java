package dev.cascata.conformance.peers;

import dev.cascata.context.Done;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** The done of a wrapper. Waits with that of the core, and counts the threads that do. */
class WatchedDone implements Done {
    private final ForeignContext wrapper;
    private final Done core;

    WatchedDone(ForeignContext wrapper) {
        this.wrapper = wrapper;
        this.core = wrapper.core().done();
    }

    @Override
    public boolean isDone() {
        return core.isDone();
    }

    @Override
    public void await() throws InterruptedException {
        wrapper.attach();
        try {
            core.await();
        } finally {
            wrapper.detach();
        }
    }

    @Override
    public boolean await(Duration limit) throws InterruptedException {
        wrapper.attach();
        try {
            return core.await(limit);
        } finally {
            wrapper.detach();
        }
    }

    @Override
    public CompletionStage<Void> stage() {
        return core.stage();
    }
}
