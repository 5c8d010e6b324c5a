package dev.cascata.conformance.peers;

import dev.cascata.context.Done;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** A done that follows another done, but is another object. */
record OtherDone(Done followed) implements Done {

    @Override
    public boolean isDone() {
        return followed.isDone();
    }

    @Override
    public void await() throws InterruptedException {
        followed.await();
    }

    @Override
    public boolean await(Duration limit) throws InterruptedException {
        return followed.await(limit);
    }

    @Override
    public CompletionStage<Void> stage() {
        return followed.stage();
    }
}
