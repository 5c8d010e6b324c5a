package dev.cascata.context;

import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Where a tree of contexts takes time, timers and callback threads from. A root carries it; whatever is derived finds
 * it there.
 *
 * @param time the clock of deadlines and timed waits
 * @param scheduler runs expiries
 * @param executor runs callbacks
 */
public record Environment(TimeSource time, Scheduler scheduler, Executor executor) {
    static final Key<Environment> KEY = Key.named("environment");

    public Environment {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(scheduler, "scheduler");
        Objects.requireNonNull(executor, "executor");
    }

    /**
     * The system's clock, one timer thread, and for each callback a thread of its own, virtual where there are any.
     * Timers that are less than a seventh of a millisecond apart may run together: beside the time that it takes to
     * wake a thread, none is later than that, and none is early.
     */
    public static Environment system() {
        return SystemTime.ENVIRONMENT;
    }

    /** The environment of a context; the system's where the context does not tell. */
    public static Environment of(Context context) {
        if (context instanceof BuiltInContext layer) {
            return layer.environment();
        }
        @Nullable Environment found = context.value(KEY);
        return found == null ? system() : found;
    }

    /** The same with another executor for callbacks. */
    public Environment withExecutor(Executor other) {
        return new Environment(time, scheduler, other);
    }
}
