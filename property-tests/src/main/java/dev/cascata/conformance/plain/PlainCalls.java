package dev.cascata.conformance.plain;

import dev.cascata.context.ContextException;
import dev.cascata.context.Registration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Binds user code to the contexts of one tree: tasks that are interrupted, futures that are cancelled. */
abstract class PlainCalls extends PlainLinks {

    protected abstract PlainNode derive(PlainContext parent);

    protected abstract Registration register(PlainContext context, Runnable task);

    /** Runs the task on this thread. A new node below the context links the task to any kind of context. */
    protected <T extends @Nullable Object> T call(PlainContext context, Callable<T> task) throws Exception {
        Objects.requireNonNull(task, "task");
        context.throwIfDone();
        PlainNode node = derive(context);
        PlainCall call = new PlainCall();
        if (!add(node, call)) {
            node.throwIfDone();
        }
        try {
            return task.call();
        } catch (InterruptedException thrown) {
            throw interrupted(node, leave(call), thrown);
        } finally {
            leave(call);
            node.cancel();
        }
    }

    /** Ends the call, and clears its interrupt unless other code has interrupted the thread too. */
    protected PlainCall.Interrupt leave(PlainCall call) {
        PlainCall.Interrupt sent = call.leave();
        if (sent == PlainCall.Interrupt.ALONE) {
            Thread.interrupted();
        }
        return sent;
    }

    /** Returns the exception that a call throws if its task was interrupted. */
    protected Exception interrupted(PlainNode node, PlainCall.Interrupt sent, InterruptedException thrown) {
        if (sent == PlainCall.Interrupt.NONE) {
            return thrown;
        } else if (sent == PlainCall.Interrupt.SECOND) {
            Thread.currentThread().interrupt();
        }
        try {
            node.throwIfDone();
            return thrown;
        } catch (ContextException ended) {
            ended.addSuppressed(thrown);
            return ended;
        }
    }

    protected Registration cancelOnDone(PlainContext context, Future<?> future) {
        Objects.requireNonNull(future, "future");
        Registration registration = register(context, () -> future.cancel(true));
        if (future instanceof CompletionStage<?> stage) {
            stage.whenComplete((result, thrown) -> registration.stop());
        } else if (future.isDone()) {
            registration.stop();
        }
        return registration;
    }
}
