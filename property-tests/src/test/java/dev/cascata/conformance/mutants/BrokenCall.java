package dev.cascata.conformance.mutants;

import dev.cascata.conformance.ContextKit;
import dev.cascata.context.Environment;
import dev.cascata.context.Registration;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Plain contexts, each with one step of a bound call or future broken, for tests of the suite. */
public enum BrokenCall {
    /** No interrupt is sent. */
    DEAF(e -> new PlainSteps(e) {
        @Override
        protected void interrupt(Object link) {}
    }),
    /** The interrupt stays on the thread. */
    NOT_TAKEN_BACK(e -> new PlainSteps(e) {
        @Override
        protected PlainCall.Interrupt leave(PlainCall call) {
            return call.leave();
        }
    }),
    /** A call that has returned can still be interrupted. */
    NEVER_LEFT(e -> new PlainSteps(e) {
        @Override
        protected PlainCall.Interrupt leave(PlainCall call) {
            return PlainCall.Interrupt.NONE;
        }
    }),
    /** The flag is cleared whoever has set it. */
    SWALLOWS(e -> new PlainSteps(e) {
        @Override
        protected PlainCall.Interrupt leave(PlainCall call) {
            Thread.interrupted();
            return super.leave(call);
        }
    }),
    /** A task is run although the context has ended. */
    RUNS_ANYWAY(e -> new PlainSteps(e) {
        @Override
        protected <T extends @Nullable Object> T call(PlainContext context, Callable<T> task) throws Exception {
            return context.done().isDone() ? task.call() : super.call(context, task);
        }
    }),
    /** The interrupt is thrown as it came. */
    TELLS_NOTHING(e -> new PlainSteps(e) {
        @Override
        protected Exception interrupted(PlainNode node, PlainCall.Interrupt sent, InterruptedException thrown) {
            return thrown;
        }
    }),
    /** The interrupt is sent by a callback. */
    BY_CALLBACK(e -> new PlainSteps(e) {
        @Override
        protected void interrupt(Object link) {
            dispatch(new PlainCallback(this, null, () -> super.interrupt(link)));
        }
    }),
    /** What was made for the call stays with the context. */
    LEFT_BEHIND(e -> new PlainSteps(e) {
        @Override
        protected <T extends @Nullable Object> T call(PlainContext context, Callable<T> task) throws Exception {
            derive(context);
            return super.call(context, task);
        }
    }),
    /** Futures are forgotten. */
    FUTURE_FORGOTTEN(e -> new PlainSteps(e) {
        @Override
        protected Registration cancelOnDone(PlainContext context, Future<?> future) {
            return () -> false;
        }
    }),
    /** Futures are cancelled although they were taken back. */
    FUTURE_NOT_TAKEN_BACK(e -> new PlainSteps(e) {
        @Override
        protected Registration cancelOnDone(PlainContext context, Future<?> future) {
            super.cancelOnDone(context, future);
            return () -> true;
        }
    }),
    /** Futures that complete are held until the context ends. */
    FUTURE_HELD(e -> new PlainSteps(e) {
        @Override
        protected Registration cancelOnDone(PlainContext context, Future<?> future) {
            return register(context, () -> future.cancel(true));
        }
    });

    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<Environment, PlainSteps> steps;

    BrokenCall(Function<Environment, PlainSteps> steps) {
        this.steps = steps;
    }

    public ContextKit<?> kit() {
        return new PlainKit("plain, " + name(), steps);
    }
}
