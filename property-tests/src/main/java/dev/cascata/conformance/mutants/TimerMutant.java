package dev.cascata.conformance.mutants;

import static dev.cascata.conformance.mutants.Mutation.bug;
import static dev.cascata.conformance.rules.DeadlineRule.*;
import static dev.cascata.conformance.rules.LinkRule.*;

import dev.cascata.conformance.plain.PlainContext;
import dev.cascata.conformance.plain.PlainEnd;
import dev.cascata.conformance.plain.PlainNode;
import dev.cascata.conformance.plain.PlainSteps;
import dev.cascata.context.Deadline;
import dev.cascata.context.Scheduler;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Timers that fire at the wrong time, or are left behind. */
public enum TimerMutant implements Mutant {
    A_TICK_EARLY(bug("A timer fires a tick early, because the time left is rounded down (grpc 6300).", DEADLINE_5)
            .in(e -> new PlainSteps(e) {
                @Override
                protected Scheduler.Timer startTimer(Deadline deadline, Runnable task) {
                    return e.scheduler().schedule(deadline.remaining().toNanos() - TICK, task);
                }
            })),
    A_TICK_LATE(bug("A timer fires a tick late, because the time left is rounded up.", DEADLINE_17, DEADLINE_4)
            .in(e -> new PlainSteps(e) {
                @Override
                protected Scheduler.Timer startTimer(Deadline deadline, Runnable task) {
                    return super.startTimer(deadline, () -> e.scheduler().schedule(1, task));
                }
            })),
    TIMER_RUNS_ON(bug(
                    "The timer of a cancelled context is not stopped (grpc 1307, jetty 11372, JDK-8303742).",
                    DEADLINE_10,
                    LINK_8)
            .in(e -> new PlainSteps(e) {
                @Override
                protected void stopTimer(Scheduler.Timer timer) {}
            })),
    TIMER_BELOW_RUNS_ON(bug("The end of a parent does not stop the timers below it (Armeria PR 5896).", DEADLINE_12)
            .in(e -> new PlainSteps(e) {
                @Override
                protected void inform(Object link) {
                    boolean below = link instanceof PlainNode node && TreeQueries.isEndedFromAbove(node);
                    if (!below) {
                        super.inform(link);
                    }
                }
            })),
    TIMER_FOR_A_LATER_DEADLINE(bug(
                    "A timer is started for a deadline that is later than the deadline of the parent.", DEADLINE_2)
            .in(e -> new PlainSteps(e) {
                @Override
                protected PlainNode derive(PlainContext parent, Deadline own, @Nullable Throwable cause) {
                    Deadline inherited = parent.deadline();
                    PlainNode node = super.derive(parent, own, cause);
                    if (inherited != null && endsBefore(inherited, own)) {
                        endAtDeadline(node, own, cause);
                    }
                    return node;
                }
            })),
    TIMER_OF_THE_BORN_ENDED(bug("A context that is born ended starts a timer.", LINK_10)
            .in(e -> new PlainSteps(e) {
                @Override
                protected void endAtDeadline(PlainNode node, Deadline deadline, @Nullable Throwable cause) {
                    if (node.end != null) {
                        startTimer(deadline, () -> {});
                    }
                    super.endAtDeadline(node, deadline, cause);
                }
            })),
    EXPIRY_REARMS(bug("The expiry of a context starts its timer again.", DEADLINE_18)
            .in(e -> new PlainSteps(e) {
                @Override
                protected Scheduler.Timer startTimer(Deadline deadline, Runnable task) {
                    return super.startTimer(deadline, () -> {
                        task.run();
                        e.scheduler().schedule(TICK, () -> {});
                    });
                }
            })),
    LATE_CANCEL_STARTS_A_TIMER(bug("A cancel of an ended context starts a timer for a clean-up.", LINK_9)
            .in(e -> new PlainSteps(e) {
                @Override
                protected boolean cancel(PlainNode node, @Nullable Throwable cause) {
                    boolean first = super.cancel(node, cause);
                    if (!first) {
                        e.scheduler().schedule(TICK, () -> {});
                    }
                    return first;
                }
            })),
    EXPIRED_STAYS_LINKED(bug("A cancel unlinks a context from its parent, but an expiry does not.", DEADLINE_11)
            .in(e -> new PlainSteps(e) {
                private boolean expiring;

                @Override
                protected boolean end(PlainNode top, PlainEnd end) {
                    expiring = TreeQueries.isExpired(end);
                    return super.end(top, end);
                }

                @Override
                protected void unlink(PlainNode node) {
                    if (!expiring) {
                        super.unlink(node);
                    }
                }
            })),
    TIMERS_SHARE_A_SLOT(bug("Timers of the same tick share a slot, and the first stop clears the slot.", DEADLINE_17)
            .in(e -> new PlainSteps(e) {
                private final Map<Deadline, Scheduler.Timer> slots = new HashMap<>();

                @Override
                protected Scheduler.Timer startTimer(Deadline deadline, Runnable task) {
                    Scheduler.Timer timer = super.startTimer(deadline, task);
                    Scheduler.Timer before = slots.put(deadline, timer);
                    return before == null ? timer : new Both(timer, before);
                }
            }));

    private static final long TICK = 1_000_000;

    /** Two timers that are stopped together. */
    private record Both(Scheduler.Timer one, Scheduler.Timer other) implements Scheduler.Timer {
        @Override
        public void cancel() {
            one.cancel();
            other.cancel();
        }
    }

    @SuppressWarnings("ImmutableEnumChecker")
    private final Mutation mutation;

    TimerMutant(Mutation mutation) {
        this.mutation = mutation;
    }

    @Override
    public Mutation mutation() {
        return mutation;
    }
}
