package dev.cascata.conformance.mutants;

import static dev.cascata.conformance.mutants.Mutation.bug;
import static dev.cascata.conformance.rules.CallbackRule.*;

import dev.cascata.conformance.plain.Guard;
import dev.cascata.conformance.plain.PlainCallback;
import dev.cascata.conformance.plain.PlainEnd;
import dev.cascata.conformance.plain.PlainKit;
import dev.cascata.conformance.plain.PlainNode;
import dev.cascata.conformance.plain.PlainSteps;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.context.Environment;
import dev.cascata.context.Registration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Callbacks that run too often, too early or never, and stops that return the wrong result. */
public enum CallbackMutant implements Mutant {
    CALLBACK_TWICE(bug("Two places run the callbacks of an end (swift 80161).", CALLBACK_2)
            .in(e -> new PlainSteps(e) {
                @Override
                protected void dispatch(PlainCallback callback) {
                    super.dispatch(callback);
                    super.dispatch(callback);
                }
            })),
    NO_CALLBACK_AFTER_EXPIRY(bug("A cancel runs the callbacks, but an expiry does not.", CALLBACK_3)
            .in(e -> new PlainSteps(e) {
                @Override
                protected void dispatch(PlainCallback callback) {
                    if (callback.holder == null || !TreeQueries.isExpired(callback.holder.end)) {
                        super.dispatch(callback);
                    }
                }
            })),
    NO_CALLBACK_WHEN_DONE(bug("A callback that is registered after the end never runs (swift PR 38425).", CALLBACK_4)
            .in(e -> new PlainSteps(e) {
                @Override
                protected Registration addCallback(@Nullable PlainNode holder, Runnable task) {
                    return holder != null && holder.end != null ? () -> false : super.addCallback(holder, task);
                }
            })),
    CALLBACK_INLINE(bug("Callbacks run on the thread that cancels (dotnet 23405, coreclr 13494).", CALLBACK_5)
            .in(e -> new PlainSteps(e) {
                @Override
                protected void dispatch(PlainCallback callback) {
                    Guard.run(callback.task);
                }
            })),
    CALLBACK_RUNS_EARLY(bug("The expiry of a context also runs the callbacks of its parent.", CALLBACK_1)
            .in(e -> new PlainSteps(e) {
                @Override
                protected boolean end(PlainNode top, PlainEnd end) {
                    if (top.holder != null && TreeQueries.isExpired(end)) {
                        TreeQueries.callbacks(top.holder).forEach(this::dispatch);
                    }
                    return super.end(top, end);
                }
            })),
    CALLBACK_AFTER_STOP(bug("A stop returns true but does not unregister the callback.", CALLBACK_6)
            .in(e -> new PlainSteps(e) {
                @Override
                protected boolean stopCallback(PlainCallback callback) {
                    return take(callback);
                }
            })),
    STOP_NEVER_TRUE(bug("A stop never returns true (golang 60156).", CALLBACK_6).in(e -> new PlainSteps(e) {
        @Override
        protected boolean stopCallback(PlainCallback callback) {
            boolean inTime = super.stopCallback(callback);
            return inTime && callback.holder == null;
        }
    })),
    STOP_ALWAYS_TRUE(bug("A stop returns true although the callback has run.", CALLBACK_7)
            .in(e -> new PlainSteps(e) {
                @Override
                protected boolean stopCallback(PlainCallback callback) {
                    super.stopCallback(callback);
                    return true;
                }
            })),
    STOP_TRUE_TWICE(bug("A second stop returns true as well.", CALLBACK_8).in(e -> new PlainSteps(e) {
        private final Set<Object> stopped = new HashSet<>();

        @Override
        protected boolean stopCallback(PlainCallback callback) {
            boolean inTime = super.stopCallback(callback);
            return inTime ? stopped.add(callback) : stopped.contains(callback);
        }
    })),
    STOP_STOPS_ITS_TWIN(bug("A stop removes every registration of its callback (Temporal's CancelSource).", CALLBACK_11)
            .in(e -> new PlainSteps(e) {
                @Override
                protected boolean stopCallback(PlainCallback callback) {
                    List<PlainCallback> all =
                            callback.holder == null ? List.of() : TreeQueries.callbacks(callback.holder);
                    all.stream().filter(c -> c.task == callback.task).forEach(super::stopCallback);
                    return all.contains(callback) || super.stopCallback(callback);
                }
            })),
    TWIN_IS_DROPPED(bug("Callbacks are kept in a set, so a second registration of one callback is lost.", CALLBACK_11)
            .in(e -> new PlainSteps(e) {
                @Override
                protected boolean add(PlainNode node, Object link) {
                    boolean twin = link instanceof PlainCallback callback
                            && TreeQueries.callbacks(node).stream().anyMatch(c -> c.task == callback.task);
                    return twin || super.add(node, link);
                }
            })),
    STOPPED_STAYS_LINKED(bug("A stopped callback stays in the list of its context (io.grpc from 1.30 on).", CALLBACK_12)
            .in(e -> new PlainSteps(e) {
                private final Set<Object> stopped = new HashSet<>();

                @Override
                protected void unlink(PlainCallback callback) {
                    stopped.add(callback);
                }

                @Override
                protected void dispatch(PlainCallback callback) {
                    if (!stopped.contains(callback)) {
                        super.dispatch(callback);
                    }
                }
            })),
    CALLBACK_HELD_TWICE(bug("A context holds each registration twice, once to run it and once to stop it.", CALLBACK_13)
            .in(e -> new PlainSteps(e) {
                @Override
                protected Registration addCallback(@Nullable PlainNode holder, Runnable task) {
                    Registration registration = super.addCallback(holder, task);
                    if (holder != null) {
                        add(holder, new Object());
                    }
                    return registration;
                }
            })),
    ENDLESS_STOP_IS_FALSE(bug("A context that never ends keeps no registration, so no stop returns true.", CALLBACK_14)
            .in(e -> new PlainSteps(e) {
                @Override
                protected Registration addCallback(@Nullable PlainNode holder, Runnable task) {
                    return holder == null ? () -> false : super.addCallback(holder, task);
                }
            })),
    CALLBACK_SEES_LIFE(bug("The end becomes visible only after the callbacks have run.", CALLBACK_16)
            .in(e -> new PlainSteps(e) {
                private boolean running;

                @Override
                protected void dispatch(PlainCallback callback) {
                    e.executor().execute(() -> {
                        running = true;
                        callback.task.run();
                        running = false;
                    });
                }

                @Override
                protected boolean ended(PlainNode node) {
                    return !running && super.ended(node);
                }
            })),
    CALLBACKS_LAST_IN_FIRST_OUT(bug(
                    "Callbacks run last in, first out, though the kit declares an order (CompletableFuture).",
                    CALLBACK_15)
            .of(name -> new PlainKit(name, LastInFirstOut::new) {
                @Override
                public Set<Capability> capabilities() {
                    Set<Capability> declared = new HashSet<>(super.capabilities());
                    declared.add(Capability.CALLBACK_ORDER);
                    return declared;
                }
            }));

    private static final class LastInFirstOut extends PlainSteps {
        LastInFirstOut(Environment environment) {
            super(environment);
        }

        @Override
        protected Set<Object> publish(PlainNode node, PlainEnd end) {
            List<Object> links = new ArrayList<>(super.publish(node, end));
            Collections.reverse(links);
            return new LinkedHashSet<>(links);
        }
    }

    @SuppressWarnings("ImmutableEnumChecker")
    private final Mutation mutation;

    CallbackMutant(Mutation mutation) {
        this.mutation = mutation;
    }

    @Override
    public Mutation mutation() {
        return mutation;
    }
}
