package dev.cascata.conformance.mutants;

import static dev.cascata.conformance.mutants.Mutation.bug;
import static dev.cascata.conformance.rules.CancelRule.CANCEL_11;
import static dev.cascata.conformance.rules.CauseRule.*;

import dev.cascata.conformance.plain.PlainContext;
import dev.cascata.conformance.plain.PlainEnd;
import dev.cascata.conformance.plain.PlainNode;
import dev.cascata.conformance.plain.PlainSteps;
import org.jspecify.annotations.Nullable;

/** Causes that get lost, come late, or belong to another event. */
public enum CauseMutant implements Mutant {
    CAUSE_STAYS_UP(bug("The cause is lost on the way to the children (vlang PR 27110).", CAUSE_6)
            .in(e -> new PlainSteps(e) {
                @Override
                protected PlainEnd inherited(PlainNode node, PlainEnd parent) {
                    return endOf(parent.err(), null);
                }
            })),
    CAUSE_WRAPPED_BELOW(bug("Each level below wraps the cause in a new exception.", CAUSE_6)
            .in(e -> new PlainSteps(e) {
                @Override
                protected PlainEnd inherited(PlainNode node, PlainEnd parent) {
                    return endOf(parent.err(), new IllegalStateException("the parent ended", parent.cause()));
                }
            })),
    CAUSE_WRAPPED(bug("The given cause is wrapped, so another object is returned (lightpanda PR 2942).", CAUSE_2)
            .in(e -> new PlainSteps(e) {
                @Override
                protected PlainEnd cancelled(@Nullable Throwable cause) {
                    return super.cancelled(cause == null ? null : new IllegalStateException(cause));
                }
            })),
    LAST_WINS(bug("A later cancel replaces the cause of an earlier one (Temporal's scopes).", CAUSE_5)
            .in(e -> new PlainSteps(e) {
                @Override
                protected boolean end(PlainNode top, PlainEnd end) {
                    boolean first = super.end(top, end);
                    top.end = end;
                    return first;
                }
            })),
    LATE_CAUSE_FILLS_IN(bug("A context that ended without a cause takes the cause of a later cancel.", CAUSE_7)
            .in(e -> new PlainSteps(e) {
                @Override
                protected boolean cancel(PlainNode node, @Nullable Throwable cause) {
                    boolean first = super.cancel(node, cause);
                    PlainEnd end = node.end;
                    if (!first && end != null && !TreeQueries.hasCause(end)) {
                        node.end = endOf(end.err(), cause);
                    }
                    return first;
                }
            })),
    NO_CAUSE_IS_A_NEW_ONE(bug("A cancel without a cause makes up a cause.", CAUSE_3, CAUSE_4)
            .in(e -> new PlainSteps(e) {
                @Override
                protected PlainEnd cancelled(@Nullable Throwable cause) {
                    return super.cancelled(cause == null ? new IllegalStateException("no cause given") : cause);
                }
            })),
    NO_CAUSE_IS_NULL(bug("The cause is null where none was given (io.grpc.Context, golang 26356).", CAUSE_1)
            .in(e -> new PlainSteps(e) {
                @Override
                protected @Nullable Throwable cause(PlainContext context) {
                    Throwable cause = super.cause(context);
                    return cause == super.err(context) ? null : cause;
                }
            })),
    CAUSE_BEFORE_THE_END(bug("The cause given with a deadline is visible before the end (golang 26356).", CAUSE_1)
            .in(e -> new CauseOfDeadline(e) {
                @Override
                protected @Nullable Throwable cause(PlainContext context) {
                    return TreeQueries.isLive(context) ? causes.get(context) : super.cause(context);
                }
            })),
    EXPIRY_HAS_NO_CAUSE(bug("A timeout drops the cause that was given with it (StructuredTaskScope).", CAUSE_8)
            .in(e -> new PlainSteps(e) {
                @Override
                protected PlainEnd expired(@Nullable Throwable cause) {
                    return super.expired(null);
                }
            })),
    CANCEL_TAKES_CAUSE_OF_DEADLINE(bug("A cancel shows the cause given with the deadline (vlang PR 27110).", CAUSE_9)
            .in(e -> new CauseOfDeadline(e) {
                @Override
                protected boolean cancel(PlainNode node, @Nullable Throwable cause) {
                    return super.cancel(node, causes.getOrDefault(node, cause));
                }
            })),
    OWN_DEADLINE_EXPLAINS_PARENT(bug(
                    "A child that its parent ended shows the cause of its own deadline, which has not passed.",
                    CAUSE_10)
            .in(e -> new CauseOfDeadline(e) {
                @Override
                protected PlainEnd inherited(PlainNode node, PlainEnd parent) {
                    Throwable own = causes.get(node);
                    return own == null ? super.inherited(node, parent) : endOf(parent.err(), own);
                }
            })),
    CAUSE_HIDDEN_BY_A_LAYER(bug("A value layer passes on the err but not the cause (golang 62582).", CAUSE_11)
            .in(e -> new PlainSteps(e) {
                @Override
                protected @Nullable Throwable cause(PlainContext context) {
                    return TreeQueries.isValue(context) ? super.err(context) : super.cause(context);
                }
            })),
    CAUSE_OF_THE_TOPMOST(bug(
                    "The cause is looked up in the topmost context that has ended (golang 73258).",
                    CAUSE_7,
                    CAUSE_5,
                    CANCEL_11)
            .in(e -> new PlainSteps(e) {
                @Override
                protected @Nullable Throwable cause(PlainContext context) {
                    PlainContext at = context;
                    while (at instanceof PlainNode node && node.holder != null && node.holder.end != null) {
                        at = node.holder;
                    }
                    return super.cause(err(context) == null ? context : at);
                }
            }));

    @SuppressWarnings("ImmutableEnumChecker")
    private final Mutation mutation;

    CauseMutant(Mutation mutation) {
        this.mutation = mutation;
    }

    @Override
    public Mutation mutation() {
        return mutation;
    }
}
