package dev.cascata.context;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A context of this library: one step of derivation. Whatever looks outward does so in a loop. */
sealed interface BuiltInContext extends Context permits EndlessContext, ValueContext, CancelContext {
    int PRINTED_STEPS = 64;

    /** What this context was derived from; null for a root. */
    @Nullable
    Context parent();

    Environment environment();

    /** The name of this step of derivation. */
    String step();

    @Override
    default CancellableContext withTimeout(Duration timeout, @Nullable Throwable cause) {
        return DeadlineContext.after(this, timeout, cause);
    }

    /** The path of derivation, the last {@value #PRINTED_STEPS} steps of it; of a foreign context its class. */
    static String print(Context context) {
        Deque<String> steps = new ArrayDeque<>();
        @Nullable Context at = context;
        while (at instanceof BuiltInContext layer && steps.size() < PRINTED_STEPS) {
            steps.addFirst(layer.step());
            at = layer.parent();
        }
        if (at != null) {
            steps.addFirst(at instanceof BuiltInContext ? "..." : at.getClass().getName());
        }
        return String.join(".", steps);
    }
}
