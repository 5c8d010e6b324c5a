package dev.cascata.conformance.mutants;

import static dev.cascata.conformance.mutants.Mutation.bug;
import static dev.cascata.conformance.rules.CallbackRule.*;
import static dev.cascata.conformance.rules.CancelRule.*;
import static dev.cascata.conformance.rules.ScaleRule.*;

import dev.cascata.conformance.plain.Guard;
import dev.cascata.conformance.plain.PlainCallback;
import dev.cascata.conformance.plain.PlainContext;
import dev.cascata.conformance.plain.PlainEnd;
import dev.cascata.conformance.plain.PlainNode;
import dev.cascata.conformance.plain.PlainSteps;
import dev.cascata.context.Context;
import dev.cascata.context.Key;
import dev.cascata.context.Registration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Contexts that fail if user code in a callback uses them, throws, is refused by its executor, or takes long. */
public enum UserCodeMutant implements Mutant {
    CANCEL_INSIDE_CALLBACK_LOST(bug("A cancel inside a callback is dropped (whatwg 1293).", CALLBACK_18)
            .in(e -> new InCallbackSteps(e) {
                @Override
                protected boolean end(PlainNode top, PlainEnd end) {
                    return !inside() && super.end(top, end);
                }
            })),
    CHILD_MADE_INSIDE_CALLBACK_LOST(bug(
                    "A child made inside a callback is linked to nothing (kotlinx 3893).", CALLBACK_18)
            .in(e -> new InCallbackSteps(e) {
                @Override
                protected void endWithParent(PlainNode node, @Nullable Context parent) {
                    super.endWithParent(
                            node, inside() && parent instanceof PlainNode p && p.end == null ? null : parent);
                }
            })),
    CALLBACK_REGISTERED_INSIDE_CALLBACK_LOST(bug(
                    "A callback that is registered inside another callback never runs (kotlinx 1714).", CALLBACK_18)
            .in(e -> new InCallbackSteps(e) {
                @Override
                protected Registration addCallback(@Nullable PlainNode holder, Runnable task) {
                    return super.addCallback(inside() && holder != null && holder.end != null ? null : holder, task);
                }
            })),
    STOP_INSIDE_CALLBACK_LOST(bug("A stop inside a callback has no effect (jthread PR 9).", CALLBACK_18)
            .in(e -> new InCallbackSteps(e) {
                @Override
                protected boolean stopCallback(PlainCallback callback) {
                    return !inside() && super.stopCallback(callback);
                }
            })),
    THROWN_IS_SWALLOWED(bug("An exception of a callback is swallowed.", CALLBACK_17)
            .in(e -> new InCallbackSteps(e) {
                @Override
                void run(Runnable task) {
                    try {
                        task.run();
                    } catch (RuntimeException swallowed) {
                        return;
                    }
                }
            })),
    ERROR_STOPS_THE_WALK(bug("An error of a callback is not caught, so the callbacks after it never run.", CALLBACK_17)
            .in(e -> new PlainSteps(e) {
                @Override
                protected void dispatch(PlainCallback callback) {
                    try {
                        e.executor().execute(callback.task);
                    } catch (RuntimeException thrown) {
                        Guard.run(() -> {
                            throw thrown;
                        });
                    }
                }
            })),
    REFUSAL_STOPS_THE_WALK(bug(
                    "If an executor refuses a callback, the callbacks after it never run (netty 8007).", CALLBACK_23)
            .in(e -> new PlainSteps(e) {
                @Override
                protected void dispatch(PlainCallback callback) {
                    e.executor().execute(callback.task);
                }
            })),
    CALLBACKS_UNDER_A_LOCK(bug(
                    "Callbacks are passed to the executor under the lock of the tree (swift 67110).",
                    CALLBACK_20,
                    CANCEL_13)
            .in(e -> new PlainSteps(e) {
                @Override
                protected synchronized boolean end(PlainNode top, PlainEnd end) {
                    return super.end(top, end);
                }
            })),
    LATE_CALLBACK_UNDER_A_LOCK(bug(
                    "A callback on an ended context is passed to the executor under a lock (corelibs-foundation 5412).",
                    CALLBACK_20)
            .in(e -> new PlainSteps(e) {
                @Override
                protected synchronized Registration addCallback(@Nullable PlainNode holder, Runnable task) {
                    return super.addCallback(holder, task);
                }

                @Override
                protected boolean end(PlainNode top, PlainEnd end) {
                    synchronized (this) {
                        Objects.requireNonNull(end);
                    }
                    return super.end(top, end);
                }
            })),
    LOCK_OF_ALL_TREES(bug("All trees share one lock, which is held while callbacks start (dotnet 43438).", CALLBACK_20)
            .in(e -> new PlainSteps(e) {
                @Override
                protected boolean end(PlainNode top, PlainEnd end) {
                    synchronized (ALL_TREES) {
                        return super.end(top, end);
                    }
                }
            })),
    CANCEL_WAITS_FOR_CALLBACKS(bug("A cancel waits until the callbacks have run.", CANCEL_12)
            .in(e -> new PlainSteps(e) {
                @Override
                protected void dispatch(PlainCallback callback) {
                    CountDownLatch ran = new CountDownLatch(1);
                    e.executor().execute(() -> {
                        callback.task.run();
                        ran.countDown();
                    });
                    await(ran);
                }
            })),
    STOP_WAITS_FOR_THE_CALLBACK(bug("A stop waits for the callback to return (dotnet 43438).", CALLBACK_10)
            .in(e -> new PlainSteps(e) {
                private final CountDownLatch ran = new CountDownLatch(1);

                @Override
                protected void dispatch(PlainCallback callback) {
                    e.executor().execute(() -> {
                        callback.task.run();
                        ran.countDown();
                    });
                }

                @Override
                protected boolean stopCallback(PlainCallback callback) {
                    boolean stopped = super.stopCallback(callback);
                    await(ran);
                    return stopped;
                }
            })),
    READS_TAKE_THE_LOCK(bug("A read takes the lock that a walk holds (golang 42564, tokio).", SCALE_3)
            .in(e -> new PlainSteps(e) {
                @Override
                protected synchronized boolean end(PlainNode top, PlainEnd end) {
                    return super.end(top, end);
                }

                @Override
                protected synchronized <T> @Nullable T lookUp(PlainContext context, Key<T> key) {
                    return super.lookUp(context, key);
                }
            }));

    private static final Object ALL_TREES = new Object();

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException given) {
            throw new IllegalStateException("given up", given);
        }
    }

    @SuppressWarnings("ImmutableEnumChecker")
    private final Mutation mutation;

    UserCodeMutant(Mutation mutation) {
        this.mutation = mutation;
    }

    @Override
    public Mutation mutation() {
        return mutation;
    }
}
