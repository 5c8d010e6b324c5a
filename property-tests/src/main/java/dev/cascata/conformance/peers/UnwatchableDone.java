package dev.cascata.conformance.peers;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** The done of a wrapper that takes callbacks: tells that the end has come, and refuses to be watched. */
final class UnwatchableDone extends WatchedDone {
    UnwatchableDone(ForeignContext wrapper) {
        super(wrapper);
    }

    @Override
    public void await() {
        throw watched();
    }

    @Override
    public boolean await(Duration limit) {
        throw watched();
    }

    @Override
    public CompletionStage<Void> stage() {
        throw watched();
    }

    private static AssertionError watched() {
        return new AssertionError("a context that takes callbacks itself was watched");
    }
}
