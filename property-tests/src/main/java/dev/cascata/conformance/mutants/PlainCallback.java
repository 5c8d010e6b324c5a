package dev.cascata.conformance.mutants;

import dev.cascata.context.Registration;
import org.jspecify.annotations.Nullable;

/** A registered callback. Whoever takes it first, the end of the context or a stop, has it; the lock guards. */
final class PlainCallback implements Registration {
    final @Nullable PlainNode holder;
    final Runnable task;
    final PlainLinks steps;
    boolean taken;

    PlainCallback(PlainLinks steps, @Nullable PlainNode holder, Runnable task) {
        this.steps = steps;
        this.holder = holder;
        this.task = task;
    }

    @Override
    public boolean stop() {
        return steps.stopCallback(this);
    }
}
