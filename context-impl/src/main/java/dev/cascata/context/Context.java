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
 * Carries a deadline, a cancellation signal and values across calls and threads, like Go's {@code context.Context}.
 *
 * <p>A context ends at most once: when it is cancelled, when its deadline passes, or when the context that it was
 * derived from ends. {@link #err()} says how it ended; {@link #cause()} says why. All contexts derived from it end at
 * the same moment: once a thread has seen a context done, it sees every descendant done, except through a merged or
 * foreign context.
 *
 * <p>All methods may be called from any thread at any time. Reads never block. If another thread is just ending this
 * context, a cancel, a derivation, an {@code afterFunc} and a late {@link Registration#stop()} block until that end is
 * visible. No user code runs while they block. Only {@link #call} and {@link #runTask} take longer: they run their
 * task.
 *
 * <p>Any class may implement this interface; such a context is called foreign. It needs the four abstract methods. A
 * context derived from it follows it through {@link #afterFunc} if the class overrides that method, and through
 * {@link #done()} otherwise. If {@code done()} returns the signal of a context of this library, a derived context
 * follows that context instead.
 */
@SuppressWarnings("exports") // Nullable: see module-info.
public interface Context {

    /**
     * Returns the root of a tree of contexts, which never ends and has no deadline and no values. Always the same
     * object. Go: {@code Background}.
     */
    static Context background() {
        return EndlessContext.BACKGROUND;
    }

    /** Returns a new root whose tree takes time, timers and callback threads from {@code environment}. */
    static Context background(Environment environment) {
        return EndlessContext.root("background", environment);
    }

    /**
     * Returns a root for places where it is not yet clear which context to use. It differs from background in its name
     * only. Go: {@code TODO}.
     */
    static Context todo() {
        return EndlessContext.TODO;
    }

    /**
     * Derives a context from several parents. It ends when one of them does, with the same err and cause; if several
     * are done already, with those of the first in the given order. Its deadline is the earliest of theirs. Its values
     * and environment are those of {@code first}. When it ends, it is unlinked from all parents.
     */
    static CancellableContext merge(Context first, Context... others) {
        List<Context> parents = new ArrayList<>(List.of(others));
        parents.add(0, Objects.requireNonNull(first, "first"));
        return MergedContext.below(parents);
    }

    /** Returns the moment at which this context ends at the latest; null if it has no deadline. Never changes. */
    @Nullable
    Deadline deadline();

    /** Returns the signal of the end, always the same object; {@link Done#never()} if this context cannot end. */
    Done done();

    /**
     * Returns how this context ended: {@link ContextException#cancelled()} or
     * {@link ContextException#deadlineExceeded()}; null while it is live. Once set, it never changes.
     */
    @Nullable
    ContextException err();

    /**
     * Returns the value of the nearest binding of {@code key}, on this context or on those that it was derived from.
     *
     * @return the bound value; null if there is no binding, or if null is bound
     */
    <T> @Nullable T value(Key<T> key);

    /**
     * Returns why this context ended: the cause that was given to the cancel or deadline that ended it or an ancestor;
     * the {@linkplain #err() err} if none was given. Null exactly while {@code err()} is null. Go: {@code Cause}.
     */
    default @Nullable Throwable cause() {
        return err();
    }

    /** Derives a context that can be cancelled. It also ends when this one does. Go: {@code WithCancel}. */
    default CancellableContext withCancel() {
        return CancelContext.below(this);
    }

    /**
     * Derives a context that ends at {@code deadline}, without a cause; see {@link #withDeadline(Deadline, Throwable)}.
     */
    default CancellableContext withDeadline(Deadline deadline) {
        return withDeadline(deadline, null);
    }

    /**
     * Derives a context that ends at {@code deadline}, with the given cause. If this context has an earlier deadline,
     * the new context has that one, and the cause is not used. A deadline that has passed ends the new context at once.
     * Go: {@code WithDeadlineCause}.
     */
    default CancellableContext withDeadline(Deadline deadline, @Nullable Throwable cause) {
        return DeadlineContext.below(this, deadline, cause);
    }

    /** Derives a context that ends after {@code timeout}, without a cause; at once if it is zero or negative. */
    default CancellableContext withTimeout(Duration timeout) {
        return withTimeout(timeout, null);
    }

    /**
     * Derives a context that ends after {@code timeout}, with the given cause; see
     * {@link #withDeadline(Deadline, Throwable)}.
     */
    default CancellableContext withTimeout(Duration timeout, @Nullable Throwable cause) {
        return withDeadline(Deadline.after(timeout, Environment.of(this).time()), cause);
    }

    /**
     * Derives a context in which {@code key} is bound to {@code value}. A null value hides the binding of an ancestor.
     * Go: {@code WithValue}.
     */
    default <T> Context withValue(Key<T> key, @Nullable T value) {
        return new ValueContext(this, key, value);
    }

    /** Derives a context that keeps the values of this one, but not its end or deadline. Go: {@code WithoutCancel}. */
    default Context withoutCancel() {
        return EndlessContext.detached(this);
    }

    /**
     * Registers a callback for the end of this context. It is handed to the environment's executor once: when the
     * context ends, or at once if it is done. If the executor throws, the handler of uncaught exceptions is called.
     * Registrations are independent of each other, also of the same callback. Go: {@code AfterFunc}.
     */
    default Registration afterFunc(Runnable callback) {
        return ForeignParents.register(this, callback);
    }

    /**
     * Runs a task on the calling thread, and interrupts the thread when this context ends: at most once, and never
     * after this call has returned. This interrupt does not stay on the thread. An interrupt that was pending before,
     * or that arrives while the context is live, is kept. One that arrives after the context's own interrupt cannot be
     * distinguished from it, and is cleared with it. If this context, apart from its value layers, is a foreign one
     * without {@code afterFunc}, a watcher thread runs for the duration of the call.
     *
     * @return what the task returned, even if the context has ended while it ran
     * @throws ContextException if the context is done, and then the task does not run; or if it ended while the task
     *     ran and the task threw an {@link InterruptedException}, which is added as a suppressed exception
     * @throws Exception any other exception of the task
     */
    default <T extends @Nullable Object> T call(Callable<T> task) throws Exception {
        Objects.requireNonNull(task, "task");
        throwIfDone();
        return BoundCall.run(this, task);
    }

    /** Runs a task without a result, in the same way as {@link #call}. */
    default void runTask(Task task) throws Exception {
        Objects.requireNonNull(task, "task");
        call(() -> {
            task.run();
            return task;
        });
    }

    /** A task without a result, which may throw. */
    @FunctionalInterface
    interface Task {
        void run() throws Exception;
    }

    /**
     * Cancels a future when this context ends, with an interrupt of the thread that works on it; on the environment's
     * executor. The registration is released when a {@link CompletionStage} completes; for any other future, when this
     * context ends or {@link Registration#stop()} is called. Until it completes, a stage keeps the remains of a stopped
     * registration.
     *
     * @return the registration of the future
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
     * Returns if this context is live, and throws if it is done.
     *
     * @throws ContextException a new one of the same kind as {@link #err()}, whose own cause is {@link #cause()}
     */
    default void throwIfDone() {
        ContextException err = err();
        if (err != null) {
            throw err.fresh(cause());
        }
    }
}
