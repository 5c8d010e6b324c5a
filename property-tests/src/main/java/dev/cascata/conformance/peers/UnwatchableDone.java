package dev.cascata.conformance.peers;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** The done of a wrapper that takes callbacks: tells that the end has come, and refuses to be watched. */
final class UnwatchableDone extends WatchedDone {
    private volatile boolean told;

    UnwatchableDone(ForeignContext wrapper) {
        super(wrapper);
    }

    @Override
    public boolean isDone() {
        boolean ended = super.isDone();
        if (ended) {
            told = true;
        }
        return ended;
    }

    /** Whether anybody was told of the end. */
    boolean told() {
        return told;
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
