package dev.cascata.conformance.mutants;

import static dev.cascata.conformance.mutants.Mutation.bug;
import static dev.cascata.conformance.rules.DeadlineRule.*;
import static dev.cascata.conformance.rules.ScaleRule.SCALE_5;

import dev.cascata.conformance.plain.PlainContext;
import dev.cascata.conformance.plain.PlainEnd;
import dev.cascata.conformance.plain.PlainNode;
import dev.cascata.conformance.plain.PlainSteps;
import dev.cascata.context.Deadline;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Deadlines that are wrong, or end a context in the wrong way. */
public enum DeadlineMutant implements Mutant {
    LATER_DEADLINE_WINS(bug("A child can get more time than its parent has (.NET's CancelAfter).", DEADLINE_2)
            .in(e -> new PlainSteps(e) {
                @Override
                protected boolean endsBefore(Deadline inherited, Deadline own) {
                    return false;
                }
            })),
    PARENT_DEADLINE_WINS(bug("A child takes the deadline of its parent although its own is earlier.", DEADLINE_1)
            .in(e -> new PlainSteps(e) {
                @Override
                protected boolean endsBefore(Deadline inherited, Deadline own) {
                    return true;
                }
            })),
    LATER_DEADLINE_REPORTED(bug(
                    "A child reports its own deadline although the deadline of its parent is earlier.", DEADLINE_2)
            .in(e -> new PlainSteps(e) {
                @Override
                protected PlainNode derive(PlainContext parent, Deadline own, @Nullable Throwable cause) {
                    Deadline inherited = parent.deadline();
                    return inherited != null && endsBefore(inherited, own)
                            ? node(parent, "withDeadline", own)
                            : super.derive(parent, own, cause);
                }
            })),
    INHERITED_NOT_REPORTED(bug("A context does not report the deadline of its parent (vlang PR 27110).", DEADLINE_2)
            .in(e -> new PlainSteps(e) {
                @Override
                protected PlainNode derive(PlainContext parent) {
                    return node(parent, "withCancel", null);
                }
            })),
    DEADLINE_ASKED_RECURSIVELY(bug("A read of the deadline calls itself on each ancestor (golang 47292).", SCALE_5)
            .in(e -> new PlainSteps(e) {
                @Override
                protected @Nullable Deadline deadline(PlainContext context) {
                    Deadline above = context.parent instanceof PlainContext parent ? deadline(parent) : null;
                    Deadline own = context instanceof PlainNode node ? node.limit : null;
                    return own == null ? above : own;
                }
            })),
    EQUAL_DEADLINES_FORGET_THE_CAUSE(bug(
                    "If parent and child expire at the same tick, the cause is that of neither.", DEADLINE_3)
            .in(e -> new PlainSteps(e) {
                @Override
                protected PlainEnd inherited(PlainNode node, PlainEnd parent) {
                    boolean tied = TreeQueries.isExpired(parent) && node.limit != null && node.limit.isPast();
                    return tied ? endOf(parent.err(), null) : super.inherited(node, parent);
                }
            })),
    EXPIRY_AS_CANCEL(bug("An expiry calls cancel, so the err says cancelled.", DEADLINE_4)
            .in(e -> new PlainSteps(e) {
                @Override
                protected PlainEnd expired(@Nullable Throwable cause) {
                    return cancelled(cause);
                }
            })),
    PAST_DEADLINE_LEFT_TO_THE_TIMER(bug(
                    "A deadline in the past ends a new context only when a timer fires (io.grpc.Context).", DEADLINE_6)
            .in(e -> new PlainSteps(e) {
                @Override
                protected void endAtDeadline(PlainNode node, Deadline deadline, @Nullable Throwable cause) {
                    if (deadline.isPast() && node.end == null) {
                        startTimer(deadline, () -> end(node, expired(cause)));
                    } else {
                        super.endAtDeadline(node, deadline, cause);
                    }
                }
            })),
    PAST_DEADLINE_BEFORE_PARENT(bug(
                    "A new child checks its deadline before it checks whether its parent has ended.", DEADLINE_7)
            .in(e -> new PlainSteps(e) {
                @Override
                protected PlainNode derive(PlainContext parent, Deadline own, @Nullable Throwable cause) {
                    PlainNode node = super.derive(parent, own, cause);
                    node.end = own.isPast() ? expired(cause) : node.end;
                    return node;
                }
            })),
    DEADLINE_LOST_WITH_THE_END(bug("The end of a context clears its deadline.", DEADLINE_8)
            .in(e -> new PlainSteps(e) {
                @Override
                protected @Nullable Deadline deadline(PlainContext context) {
                    return err(context) == null ? super.deadline(context) : null;
                }
            })),
    CANCEL_AFTER_EXPIRY(bug("A cancel after an expiry changes the err to cancelled.", DEADLINE_9)
            .in(e -> new PlainSteps(e) {
                @Override
                protected boolean cancel(PlainNode node, @Nullable Throwable cause) {
                    boolean first = super.cancel(node, cause);
                    node.end = TreeQueries.isExpired(node.end) ? cancelled(cause) : node.end;
                    return first;
                }
            })),
    EXPIRY_STAYS_UP(bug("An expiry ends the context that has the timer, but nothing below it.", DEADLINE_13)
            .in(e -> new PlainSteps(e) {
                @Override
                protected Set<Object> publish(PlainNode node, PlainEnd end) {
                    Set<Object> links = super.publish(node, end);
                    return TreeQueries.isExpired(end) ? TreeQueries.only(links, l -> !(l instanceof PlainNode)) : links;
                }
            })),
    TIMEOUT_FROM_THE_START(bug(
                    "A timeout is counted from the start of the tree (Armeria's SET_FROM_START).", DEADLINE_14)
            .in(e -> new PlainSteps(e) {
                private final long start = e.time().nanos();

                @Override
                protected Deadline moment(Duration timeout) {
                    Deadline moment = super.moment(timeout);
                    long late = e.time().nanos() - start;
                    boolean far = moment.nanos() == Long.MAX_VALUE || moment.nanos() == Long.MIN_VALUE;
                    return far ? moment : Deadline.at(moment.nanos() - late, e.time());
                }
            })),
    NO_TIMEOUT_IS_FOR_EVER(bug("A timeout of zero means no timeout, as it does for sockets.", DEADLINE_14)
            .in(e -> new PlainSteps(e) {
                @Override
                protected Deadline moment(Duration timeout) {
                    return timeout.isZero() ? Deadline.at(Long.MAX_VALUE, e.time()) : super.moment(timeout);
                }
            })),
    LONG_TIMEOUT_OVERFLOWS(bug("The longest timeout overflows into the past (dotnet 88000).", DEADLINE_15)
            .in(e -> new PlainSteps(e) {
                @Override
                protected Deadline moment(Duration timeout) {
                    boolean huge = timeout.toSeconds() > Integer.MAX_VALUE;
                    return huge ? Deadline.at(e.time().nanos() - 1, e.time()) : super.moment(timeout);
                }
            })),
    NEGATIVE_TIMEOUT_OVERFLOWS(bug("The most negative timeout overflows into the future.", DEADLINE_15)
            .in(e -> new PlainSteps(e) {
                @Override
                protected Deadline moment(Duration timeout) {
                    boolean huge = timeout.toSeconds() < Integer.MIN_VALUE;
                    return huge ? Deadline.at(Long.MAX_VALUE, e.time()) : super.moment(timeout);
                }
            }));

    @SuppressWarnings("ImmutableEnumChecker")
    private final Mutation mutation;

    DeadlineMutant(Mutation mutation) {
        this.mutation = mutation;
    }

    @Override
    public Mutation mutation() {
        return mutation;
    }
}
