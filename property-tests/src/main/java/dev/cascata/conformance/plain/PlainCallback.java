package dev.cascata.conformance.plain;

import dev.cascata.context.Registration;
import org.jspecify.annotations.Nullable;

/** A registered callback. The end of the context or a stop takes it under the lock; the first one wins. */
public final class PlainCallback implements Registration {
    public final @Nullable PlainNode holder;
    public final Runnable task;
    final PlainLinks steps;
    public boolean taken;

    public PlainCallback(PlainLinks steps, @Nullable PlainNode holder, Runnable task) {
        this.steps = steps;
        this.holder = holder;
        this.task = task;
    }

    @Override
    public boolean stop() {
        return steps.stopCallback(this);
    }
}
