package dev.cascata.context;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A context of this library: one step of derivation. Methods that walk along the parents do so in a loop. */
sealed interface BuiltInContext extends Context permits EndlessContext, ValueContext, CancelContext {
    int PRINTED_STEPS = 64;

    /** Returns the context that this one was derived from; null for a root. */
    @Nullable
    Context parent();

    VisibleValues values();

    Environment environment();

    /** Returns the name of this step of derivation. */
    String step();

    @Override
    default CancellableContext withTimeout(Duration timeout, @Nullable Throwable cause) {
        return DeadlineContext.after(this, timeout, cause);
    }

    /** Returns the last {@value #PRINTED_STEPS} steps of derivation. A foreign context is shown by its class name. */
    static String print(Context context) {
        Deque<String> steps = new ArrayDeque<>();
        @Nullable Context at = context;
        while (at instanceof BuiltInContext step && steps.size() < PRINTED_STEPS) {
            steps.addFirst(step.step());
            at = step.parent();
        }
        if (at != null) {
            steps.addFirst(at instanceof BuiltInContext ? "..." : at.getClass().getName());
        }
        return String.join(".", steps);
    }
}
