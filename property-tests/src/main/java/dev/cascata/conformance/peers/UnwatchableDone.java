package dev.cascata.conformance.peers;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** The done of a foreign context that takes callbacks. It shows the end, and refuses to be watched. */
final class UnwatchableDone extends WatchedDone {
    private volatile boolean shown;

    UnwatchableDone(ForeignContext foreign) {
        super(foreign);
    }

    @Override
    public boolean isDone() {
        boolean ended = super.isDone();
        if (ended) {
            shown = true;
        }
        return ended;
    }

    /** Returns true if a caller has seen the end. */
    boolean shown() {
        return shown;
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
