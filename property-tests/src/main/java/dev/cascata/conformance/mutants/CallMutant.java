package dev.cascata.conformance.mutants;

import static dev.cascata.conformance.mutants.Mutation.bug;
import static dev.cascata.conformance.rules.CallRule.*;
import static dev.cascata.conformance.rules.UseRule.*;

import dev.cascata.conformance.plain.PlainCall;
import dev.cascata.conformance.plain.PlainCallback;
import dev.cascata.conformance.plain.PlainContext;
import dev.cascata.conformance.plain.PlainNode;
import dev.cascata.conformance.plain.PlainSteps;
import dev.cascata.context.Registration;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Calls and futures that miss the end of their context, or are interrupted when they must not be. */
public enum CallMutant implements Mutant {
    CALL_NOT_INTERRUPTED(bug("The thread of a bound call is not interrupted at all (apache/polaris PR 4437).", CALL_1)
            .in(e -> new PlainSteps(e) {
                @Override
                protected void interrupt(Object link) {}
            })),
    CALL_INTERRUPT_STAYS(bug(
                    "The interrupt of a call stays on the thread when the call has returned (kotlinx 1947, aws-sdk-java-v2 PR 1412).",
                    CALL_2)
            .in(e -> new PlainSteps(e) {
                @Override
                protected PlainCall.Interrupt leave(PlainCall call) {
                    return call.leave();
                }
            })),
    CALL_INTERRUPTED_LATE(bug("A call that has returned can still be interrupted (failsafe 263).", USE_5)
            .in(e -> new PlainSteps(e) {
                @Override
                protected PlainCall.Interrupt leave(PlainCall call) {
                    return PlainCall.Interrupt.NONE;
                }
            })),
    CALL_SWALLOWS_INTERRUPT(
            bug("An interrupt by other code is cleared together with the call's own (kotlinx 4384).", CALL_3)
                    .in(e -> new PlainSteps(e) {
                        @Override
                        protected PlainCall.Interrupt leave(PlainCall call) {
                            Thread.interrupted();
                            return super.leave(call);
                        }
                    })),
    CALL_RUNS_WHEN_ENDED(bug("A task is run although its context has ended (kotlinx 4457).", CALL_4)
            .in(e -> new PlainSteps(e) {
                @Override
                protected <T extends @Nullable Object> T call(PlainContext context, Callable<T> task) throws Exception {
                    return context.done().isDone() ? task.call() : super.call(context, task);
                }
            })),
    CALL_HIDES_THE_END(bug("An interrupted call throws its InterruptedException without the reason of the end.", CALL_5)
            .in(e -> new PlainSteps(e) {
                @Override
                protected Exception interrupted(PlainNode node, PlainCall.Interrupt sent, InterruptedException thrown) {
                    return thrown;
                }
            })),
    CALL_INTERRUPTED_BY_CALLBACK(bug(
                    "The interrupt of a call waits for the executor of callbacks (kotlinx 4382).", CALL_6)
            .in(e -> new PlainSteps(e) {
                @Override
                protected void interrupt(Object link) {
                    dispatch(new PlainCallback(this, null, () -> super.interrupt(link)));
                }
            })),
    CALL_LEFT_BEHIND(bug("A context still holds what it made for a call after the call has returned.", CALL_7)
            .in(e -> new PlainSteps(e) {
                @Override
                protected <T extends @Nullable Object> T call(PlainContext context, Callable<T> task) throws Exception {
                    derive(context);
                    return super.call(context, task);
                }
            })),
    FUTURE_FORGOTTEN(bug("A bound future is not cancelled (vert.x 3334).", CALL_8)
            .in(e -> new PlainSteps(e) {
                @Override
                protected Registration cancelOnDone(PlainContext context, Future<?> future) {
                    return () -> false;
                }
            })),
    FUTURE_CANCELLED_AFTER_STOP(bug("A future is cancelled although its registration was stopped.", CALL_8)
            .in(e -> new PlainSteps(e) {
                @Override
                protected Registration cancelOnDone(PlainContext context, Future<?> future) {
                    super.cancelOnDone(context, future);
                    return () -> true;
                }
            })),
    FUTURE_HELD(bug("A future that has completed is held until the context ends (CompletableFuture).", CALL_9)
            .in(e -> new PlainSteps(e) {
                @Override
                protected Registration cancelOnDone(PlainContext context, Future<?> future) {
                    return register(context, () -> future.cancel(true));
                }
            }));

    @SuppressWarnings("ImmutableEnumChecker")
    private final Mutation mutation;

    CallMutant(Mutation mutation) {
        this.mutation = mutation;
    }

    @Override
    public Mutation mutation() {
        return mutation;
    }
}
