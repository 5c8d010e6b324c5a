package dev.cascata.context;

import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Gives a tree of contexts its clock, its timers and its threads for callbacks. The root has it, and all contexts of
 * the tree inherit it. Immutable.
 *
 * @param time the clock of deadlines and timed waits
 * @param scheduler ends contexts at their deadlines, and timed waits
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
     * Returns the environment with the system's clock, one timer thread, and a new thread for each callback: a virtual
     * one if the JDK has them. No timer runs early. Timers may run together if they are less than 0.14 milliseconds
     * apart; so a timer may be late by that time, plus the time that the system needs to wake a thread.
     */
    public static Environment system() {
        return SystemTime.ENVIRONMENT;
    }

    /** Returns the environment of a context; the system's if a foreign context does not pass on that of its parent. */
    public static Environment of(Context context) {
        if (context instanceof BuiltInContext builtIn) {
            return builtIn.environment();
        }
        @Nullable Environment found = context.value(KEY);
        return found == null ? system() : found;
    }

    /** Returns a copy with another executor for callbacks. */
    public Environment withExecutor(Executor other) {
        return new Environment(time, scheduler, other);
    }
}
