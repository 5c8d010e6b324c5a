package dev.cascata.context;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Carries a deadline, a cancellation signal and values across calls and threads, after Go's {@code context.Context}.
 *
 * <p>A context ends at most once: by a cancel, by its deadline, or because the context that it was derived from ended.
 * What ended it is told by {@link #err()} and, in detail, by {@link #cause()}. All that was derived from it ends at the
 * same moment: who has seen a context done never sees a live one below it, unless a merge or a foreign context is between.
 *
 * <p>All methods may be called from any thread at any time. Reads never block. What would change a tree that another
 * thread is just event (a cancel, a derivation, a callback registered or stopped too late) returns when that end can
 * be seen; no code of others runs meanwhile. Only {@link #call} waits for anything else, for its task.
 *
 * <p>Anybody may implement this interface. An implementation needs the four abstract methods; what is derived from it
 * follows it through {@link #afterFunc} where the implementation overrides that method, through {@link #done()}
 * otherwise. An implementation that answers the {@code done()} of a context of this library is followed as that
 * context.
 */
@SuppressWarnings("exports") // Nullable: see module-info.
public interface Context {

    /** The root of a tree of contexts: never ends, has no deadline and no values. Always the same object. */
    static Context background() {
        return EndlessContext.BACKGROUND;
    }

    /** A root as {@link #background()}, whose tree takes time, timers and callback threads from {@code environment}. */
    static Context background(Environment environment) {
        return EndlessContext.root("background", environment);
    }

    /** A root for places where it is not yet clear which context to use. Differs from background in name only. */
    static Context todo() {
        return EndlessContext.TODO;
    }

    /**
     * Derives a context from several. It ends when the first of them does, with the err and cause of that one; of those
     * that have ended already, the first in the order given counts. Its deadline is the earliest of theirs; its values
     * and environment are those of {@code first}. When it ends, all of them let go of it.
     */
    static CancellableContext merge(Context first, Context... others) {
        List<Context> parents = new ArrayList<>(List.of(others));
        parents.add(0, Objects.requireNonNull(first, "first"));
        return MergedContext.below(parents);
    }

    /** The moment at which this context ends by itself at the latest; null if it has none. Never changes. */
    @Nullable
    Deadline deadline();

    /** The signal of the end; the same object at each call. {@link Done#never()} if this context cannot end. */
    Done done();

    /** Null while the context lives; from its end on, for ever, whether it was cancelled or ran out of time. */
    @Nullable
    ContextException err();

    /**
     * The value of the nearest binding of {@code key}, on this context or on those that it was derived from.
     *
     * @return the value bound; null if there is no binding, or if null was bound
     */
    <T> @Nullable T value(Key<T> key);

    /**
     * Why the context ended: the cause given to the cancel or deadline that ended it, on whichever ancestor that was,
     * or the {@linkplain #err() err} where none was given. Null exactly while {@code err()} is null.
     */
    default @Nullable Throwable cause() {
        return err();
    }

    /** Derives a context that can be cancelled. It also ends when this one does. */
    default CancellableContext withCancel() {
        return CancelContext.below(this);
    }

    /** Derives a context that ends at {@code deadline}, or at this context's own where that is earlier. */
    default CancellableContext withDeadline(Deadline deadline) {
        return withDeadline(deadline, null);
    }

    /**
     * Derives a context that ends at {@code deadline}, with the given cause. Where this context's deadline is earlier,
     * the new one is not used, nor is the cause. A deadline that has passed ends the new context at once.
     */
    default CancellableContext withDeadline(Deadline deadline, @Nullable Throwable cause) {
        return DeadlineContext.below(this, deadline, cause);
    }

    /** Derives a context that ends after {@code timeout}; zero and less end it at once. */
    default CancellableContext withTimeout(Duration timeout) {
        return withTimeout(timeout, null);
    }

    /** Derives a context that ends after {@code timeout}, with the given cause; see {@link #withDeadline}. */
    default CancellableContext withTimeout(Duration timeout, @Nullable Throwable cause) {
        return withDeadline(Deadline.after(timeout, Environment.of(this).time()), cause);
    }

    /** Derives a context in which {@code key} is bound to {@code value}. A null value hides an outer binding. */
    default <T> Context withValue(Key<T> key, @Nullable T value) {
        return new ValueContext(this, key, value);
    }

    /** Derives a context that keeps the values of this one and neither its end nor its deadline. */
    default Context withoutCancel() {
        return EndlessContext.detached(this);
    }

    /**
     * Registers a callback for the end of this context. It runs once, on the environment's executor and never within
     * the call that ends the context; at once if the context has ended. Registrations are independent of each other.
     */
    default Registration afterFunc(Runnable callback) {
        return ForeignParents.register(this, callback);
    }

    /**
     * Runs a task on this thread, and interrupts the thread when this context ends: at most once, and never after this
     * call has returned. Nothing of that interrupt remains on the thread. One that was pending before, or that comes
     * while the context lives, is kept; one that comes after the context's own counts as the same, and is cleared with
     * it. While a task runs below a parent by others that has to be watched, a thread does that; else none is used.
     *
     * @return what the task returned, whether or not the context has ended meanwhile
     * @throws ContextException if the context has ended, and then the task is not run; or if it ended while the task
     *     ran, and the task threw an {@link InterruptedException}, which is then among the suppressed exceptions
     * @throws Exception any other that the task threw
     */
    default <T extends @Nullable Object> T call(Callable<T> task) throws Exception {
        Objects.requireNonNull(task, "task");
        throwIfDone();
        return BoundCall.run(this, task);
    }

    /** Runs a task that has no result, as {@link #call} does. */
    default void runTask(Task task) throws Exception {
        Objects.requireNonNull(task, "task");
        call(() -> {
            task.run();
            return task;
        });
    }

    /** Something to do that may throw. */
    @FunctionalInterface
    interface Task {
        void run() throws Exception;
    }

    /**
     * Cancels a future, with an interrupt for whoever works on it, when this context ends; on the environment's
     * executor. A future that is a {@link CompletionStage} is let go of when it completes, any other when this context
     * ends or the registration is stopped. A stage holds what is left of a stopped registration until it completes.
     *
     * @return what takes the future back
     */
    default Registration cancelOnDone(Future<?> future) {
        Objects.requireNonNull(future, "future");
        Registration registration = afterFunc(() -> future.cancel(true));
        if (future instanceof CompletionStage<?> stage) {
            stage.whenComplete((result, thrown) -> registration.stop());
        } else if (future.isDone()) {
            registration.stop();
        }
        return registration;
    }

    /**
     * Returns if the context lives.
     *
     * @throws ContextException a fresh one of the kind of {@link #err()}, whose own cause is {@link #cause()}
     */
    default void throwIfDone() {
        ContextException err = err();
        if (err != null) {
            throw err.fresh(cause());
        }
    }
}
