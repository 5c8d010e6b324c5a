package dev.cascata.conformance.mutants;

import static dev.cascata.conformance.mutants.Mutation.bug;
import static dev.cascata.conformance.rules.CallbackRule.*;
import static dev.cascata.conformance.rules.DeadlineRule.DEADLINE_18;
import static dev.cascata.conformance.rules.ForeignRule.*;
import static dev.cascata.conformance.rules.LinkRule.*;
import static dev.cascata.conformance.rules.ScaleRule.*;
import static dev.cascata.conformance.rules.UseRule.*;

import dev.cascata.conformance.plain.PlainContext;
import dev.cascata.conformance.plain.PlainEnd;
import dev.cascata.conformance.plain.PlainNode;
import dev.cascata.conformance.plain.PlainSteps;
import dev.cascata.conformance.plain.PlainWatcher;
import dev.cascata.context.Context;
import dev.cascata.context.Deadline;
import dev.cascata.context.Key;
import dev.cascata.context.Registration;
import dev.cascata.context.Scheduler;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Contexts that hold or show what they must drop or hide, or that search where they must not. */
public enum UpkeepMutant implements Mutant {
    SECRET_PRINTED(bug("The printed form shows the bound values (golang 68356).", USE_4)
            .in(e -> new PlainSteps(e) {
                @Override
                protected <T> Context bind(PlainContext parent, Key<T> key, @Nullable T value) {
                    Objects.requireNonNull(key);
                    return new PlainContext(this, "withValue(" + value + ")", parent, sourceOf(parent), key, value);
                }
            })),
    REMOVAL_SEARCHES(bug("Each removal of a child searches a part of the list.", SCALE_4)
            .in(e -> new PlainSteps(e) {
                @Override
                protected void unlink(PlainNode node) {
                    super.unlink(node);
                    if (node.holder != null) {
                        Set<Object> links = node.holder.links;
                        links.stream().limit(links.size() / 200).forEach(Objects::requireNonNull);
                    }
                }
            })),
    EVERY_CONTEXT_REGISTERED(bug("A registry holds every live context, even if the program has dropped it.", LINK_4)
            .in(e -> new PlainSteps(e) {
                private final List<PlainNode> registry = REGISTRY;

                @Override
                protected void endWithParent(PlainNode node, @Nullable Context parent) {
                    registry.add(node);
                    super.endWithParent(node, parent);
                }

                @Override
                protected void unlink(PlainNode node) {
                    super.unlink(node);
                    registry.remove(node);
                }
            })),
    ENDED_CONTEXTS_ARE_LISTED(
            bug("A history for debugging holds ended contexts (otel-java-instrumentation 874).", LINK_11)
                    .in(e -> new PlainSteps(e) {
                        @Override
                        protected void inform(Object link) {
                            HISTORY.add(link);
                            super.inform(link);
                        }
                    })),
    ENDED_PARENT_KEEPS_CHILDREN(bug("An ended parent still holds its children (node 55351).", LINK_6)
            .in(e -> new PlainSteps(e) {
                @Override
                protected Set<Object> publish(PlainNode node, PlainEnd end) {
                    Set<Object> links = super.publish(node, end);
                    node.links = links;
                    return links;
                }
            })),
    TIMER_REMEMBERED(bug("A stopped timer still holds its context (golang 60144, grpc 1307).", LINK_7)
            .in(e -> new PlainSteps(e) {
                @Override
                protected Scheduler.Timer startTimer(Deadline deadline, Runnable task) {
                    TASKS.add(task);
                    return super.startTimer(deadline, task);
                }
            })),
    CALLBACK_HELD_WEAKLY(bug("A callback is held weakly and collected before it runs (node PR 57867).", CALLBACK_22)
            .in(e -> new PlainSteps(e) {
                @Override
                protected Registration addCallback(@Nullable PlainNode holder, Runnable task) {
                    WeakReference<Object> weak = new WeakReference<>(new Object());
                    return super.addCallback(holder, () -> {
                        if (weak.get() != null) {
                            task.run();
                        }
                    });
                }
            })),
    TIMER_SETS_ITSELF_AGAIN(bug("The timer of an expired context starts itself again.", LINK_9, DEADLINE_18)
            .in(e -> new PlainSteps(e) {
                @Override
                protected Scheduler.Timer startTimer(Deadline deadline, Runnable task) {
                    return super.startTimer(deadline, () -> {
                        task.run();
                        super.startTimer(moment(Duration.ofMillis(7)), task);
                    });
                }
            })),
    THREAD_FOR_EACH_CHILD(bug(
                    "Each child has a thread that waits for the end of its parent (golang 61672).", FOREIGN_15)
            .in(e -> new PlainSteps(e) {
                @Override
                protected void link(PlainNode holder, PlainNode node) {
                    super.link(holder, node);
                    PlainWatcher watcher = new PlainWatcher(this, holder, holder.signal, node);
                    keep(node, watcher::stop);
                }
            }));

    private static final List<PlainNode> REGISTRY = new ArrayList<>();
    private static final List<Object> HISTORY = new ArrayList<>();
    private static final List<Runnable> TASKS = new ArrayList<>();

    @SuppressWarnings("ImmutableEnumChecker")
    private final Mutation mutation;

    UpkeepMutant(Mutation mutation) {
        this.mutation = mutation;
    }

    @Override
    public Mutation mutation() {
        return mutation;
    }
}
