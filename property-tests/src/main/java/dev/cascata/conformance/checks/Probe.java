package dev.cascata.conformance.checks;

import java.util.concurrent.atomic.AtomicInteger;

/** A callback that counts its runs. What its action throws, failed expectations included, is thrown when the check ends. */
final class Probe implements Runnable {
    private final Stage stage;
    private final Runnable action;
    private final AtomicInteger runs = new AtomicInteger();

    Probe(Stage stage, Runnable action) {
        this.stage = stage;
        this.action = action;
    }

    Probe(Stage stage) {
        this(stage, () -> {});
    }

    int runs() {
        return runs.get();
    }

    @Override
    @SuppressWarnings("CatchThrowable")
    public void run() {
        runs.incrementAndGet();
        try {
            action.run();
        } catch (Throwable thrown) {
            stage.defer(thrown);
        }
    }
}
