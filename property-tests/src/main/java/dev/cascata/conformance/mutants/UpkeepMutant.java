package dev.cascata.conformance.mutants;

import static dev.cascata.conformance.mutants.Mutation.bug;
import static dev.cascata.conformance.rules.CallbackRule.*;
import static dev.cascata.conformance.rules.CauseRule.*;
import static dev.cascata.conformance.rules.DeadlineRule.DEADLINE_18;
import static dev.cascata.conformance.rules.ForeignRule.*;
import static dev.cascata.conformance.rules.LinkRule.*;
import static dev.cascata.conformance.rules.ScaleRule.*;
import static dev.cascata.conformance.rules.UseRule.*;
import static dev.cascata.conformance.rules.ValueRule.*;
import static dev.cascata.conformance.rules.WaitRule.*;

import dev.cascata.conformance.plain.PlainContext;
import dev.cascata.conformance.plain.PlainEnd;
import dev.cascata.conformance.plain.PlainNode;
import dev.cascata.conformance.plain.PlainSteps;
import dev.cascata.conformance.plain.PlainWatcher;
import dev.cascata.context.Context;
import dev.cascata.context.ContextException;
import dev.cascata.context.Deadline;
import dev.cascata.context.Done;
import dev.cascata.context.Key;
import dev.cascata.context.Registration;
import dev.cascata.context.Scheduler;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Contexts that take what they must refuse, keep what they must drop, or show what they must hide. */
public enum UpkeepMutant implements Mutant {
    NULL_KEY_BOUND(bug("A null key is taken for no binding, and nobody is told.", VALUE_9)
            .in(e -> new PlainSteps(e) {
                @Override
                protected <T> Context bind(PlainContext parent, Key<T> key, @Nullable T value) {
                    return key == null ? parent : super.bind(parent, key, value);
                }
            })),
    NULL_CALLBACK_TAKEN(bug(
                    "A null callback is taken and fails when it is due, far from who passed it (Go).", CALLBACK_21)
            .in(e -> new PlainSteps(e) {
                @Override
                protected Registration register(PlainContext context, Runnable task) {
                    return super.register(context, task == null ? () -> {} : task);
                }
            })),
    NULL_CALLBACK_LINKED(bug("A null callback is refused when it is linked already.", CALLBACK_21)
            .in(e -> new PlainSteps(e) {
                @Override
                protected Registration register(PlainContext context, Runnable task) {
                    if (task == null) {
                        super.register(context, () -> {});
                    }
                    return super.register(context, task);
                }
            })),
    NULL_ERR_TAKEN_AS_IT_IS(bug(
                    "A foreign parent that is done with a null err is taken as it is (golang 48144).", FOREIGN_8)
            .in(e -> new PlainSteps(e) {
                @Override
                protected PlainEnd foreignEnd(Context foreign) {
                    return foreign.err() == null ? cancelled(null) : super.foreignEnd(foreign);
                }
            })),
    HOOK_THAT_FIRES_AT_ONCE_LOST(bug(
                    "A hook that calls back while it is registered is not expected yet (golang's rule 116).",
                    FOREIGN_10)
            .in(e -> new PlainSteps(e) {
                @Override
                protected void follow(Context foreign, Done done, PlainNode node) {
                    if (!hasHook(foreign) || done.isDone()) {
                        super.follow(foreign, done, node);
                        return;
                    }
                    boolean[] registered = new boolean[1];
                    Registration registration = foreign.afterFunc(() -> {
                        if (registered[0]) {
                            end(node, foreignEnd(foreign));
                        }
                    });
                    registered[0] = true;
                    keep(node, registration::stop);
                }
            })),
    CAUSE_DECIDES_THE_KIND(bug("The kind of an end is read off the cause (golang 79501).", CAUSE_14)
            .in(e -> new PlainSteps(e) {
                @Override
                protected PlainEnd endOf(ContextException err, @Nullable Throwable cause) {
                    return super.endOf(cause instanceof ContextException.DeadlineExceeded kind ? kind : err, cause);
                }
            })),
    WAKE_UP_LOST(bug("A thread that waits is not in the list of those to wake.", WAIT_1)
            .in(e -> new PlainSteps(e) {
                @Override
                protected boolean add(PlainNode node, Object link) {
                    return link instanceof CountDownLatch ? node.end == null : super.add(node, link);
                }
            })),
    WAIT_A_TICK_TOO_LONG(bug("A timed wait is rounded up to a whole tick and one more.", WAIT_3)
            .in(e -> new PlainSteps(e) {
                @Override
                protected Deadline moment(Duration timeout) {
                    return super.moment(timeout.plusMillis(1));
                }
            })),
    INTERRUPT_CANCELS(bug("The interrupt of a thread that waits cancels what it waits for.", WAIT_4)
            .in(e -> new PlainSteps(e) {
                @Override
                protected void remove(PlainNode node, Object link) {
                    super.remove(node, link);
                    if (link instanceof CountDownLatch latch && latch.getCount() > 0) {
                        cancel(node, null);
                    }
                }
            })),
    WAIT_DOES_NOT_LOOK(bug("A wait for what has ended waits for the next end.", WAIT_2)
            .in(e -> new PlainSteps(e) {
                @Override
                protected boolean add(PlainNode node, Object link) {
                    return super.add(node, link) || link instanceof CountDownLatch;
                }
            })),
    DEAD_WAITERS_STAY(bug("A wait that is over leaves its timer behind.", WAIT_5)
            .in(e -> new PlainSteps(e) {
                @Override
                protected void stopTimer(Scheduler.Timer timer) {}
            })),
    WAITING_THREADS_LISTED(bug("The threads that wait are listed, and nobody takes them off the list.", WAIT_5)
            .in(e -> new PlainSteps(e) {
                private final List<Thread> waiting = new CopyOnWriteArrayList<>();

                @Override
                protected boolean add(PlainNode node, Object link) {
                    if (link instanceof CountDownLatch) {
                        waiting.add(Thread.currentThread());
                    }
                    return super.add(node, link);
                }
            })),
    SECRET_PRINTED(bug("The printed form shows the values (golang 68356).", USE_4)
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
    EVERY_CONTEXT_REGISTERED(bug("A registry of all live contexts holds those that nobody else does.", LINK_4)
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
            bug("A history for debugging holds what has ended (otel-java-instrumentation 874).", LINK_11)
                    .in(e -> new PlainSteps(e) {
                        @Override
                        protected void tell(Object link) {
                            HISTORY.add(link);
                            super.tell(link);
                        }
                    })),
    ENDED_PARENT_KEEPS_CHILDREN(bug("An ended parent goes on holding its children (node 55351).", LINK_6)
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
    CALLBACK_HELD_WEAKLY(bug("A callback is held weakly and gone before it is due (node PR 57867).", CALLBACK_22)
            .in(e -> new PlainSteps(e) {
                @Override
                protected Registration hang(@Nullable PlainNode holder, Runnable task) {
                    WeakReference<Object> weak = new WeakReference<>(new Object());
                    return super.hang(holder, () -> {
                        if (weak.get() != null) {
                            task.run();
                        }
                    });
                }
            })),
    TIMER_SETS_ITSELF_AGAIN(bug("The timer of an expired context sets itself anew.", LINK_9, DEADLINE_18)
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
