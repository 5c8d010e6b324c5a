package dev.cascata.conformance.peers;

import dev.cascata.context.Done;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** The done of a foreign context. It waits for the done of the core, and counts the waiting threads. */
class WatchedDone implements Done {
    private final ForeignContext foreign;
    private final Done core;

    WatchedDone(ForeignContext foreign) {
        this.foreign = foreign;
        this.core = foreign.core().done();
    }

    @Override
    public boolean isDone() {
        return core.isDone();
    }

    @Override
    public void await() throws InterruptedException {
        foreign.attach();
        try {
            core.await();
        } finally {
            foreign.detach();
        }
    }

    @Override
    public boolean await(Duration limit) throws InterruptedException {
        foreign.attach();
        try {
            return core.await(limit);
        } finally {
            foreign.detach();
        }
    }

    @Override
    public CompletionStage<Void> stage() {
        return core.stage();
    }
}
