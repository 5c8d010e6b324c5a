package dev.cascata.conformance.checks;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * What came of a call that was bound to a context.
 *
 * @param answer what it returned; null if it threw
 * @param thrown what it threw; null if it returned
 * @param interrupted whether its thread was interrupted when it came back; the flag has been cleared since
 */
record Bound(@Nullable Object answer, @Nullable Throwable thrown, boolean interrupted) {

    /** Makes the call, within an operation of a {@link Stage}. */
    @SuppressWarnings("CatchAndPrintStackTrace")
    static Bound made(Callable<Object> call) {
        try {
            Object answer = call.call();
            return new Bound(answer, null, Thread.interrupted());
        } catch (UnsupportedOperationException notThere) {
            throw notThere;
        } catch (Exception thrown) {
            return new Bound(null, thrown, Thread.interrupted());
        }
    }

    /** Whether the exception is, or goes back to, this cause. */
    boolean tells(Object cause) {
        Throwable at = thrown;
        while (at != null && at != cause) {
            at = at.getCause();
        }
        return at != null;
    }
}
