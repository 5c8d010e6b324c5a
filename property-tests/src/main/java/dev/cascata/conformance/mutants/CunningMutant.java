package dev.cascata.conformance.mutants;

import static dev.cascata.conformance.mutants.Mutation.cunning;
import static dev.cascata.conformance.rules.CancelRule.CANCEL_4;
import static dev.cascata.conformance.rules.CauseRule.CAUSE_6;
import static dev.cascata.conformance.rules.DeadlineRule.*;
import static dev.cascata.conformance.rules.DetachRule.*;
import static dev.cascata.conformance.rules.ValueRule.*;

import dev.cascata.conformance.plain.PlainContext;
import dev.cascata.conformance.plain.PlainEnd;
import dev.cascata.conformance.plain.PlainNode;
import dev.cascata.conformance.plain.PlainSteps;
import dev.cascata.context.Context;
import dev.cascata.context.ContextException;
import dev.cascata.context.Deadline;
import dev.cascata.context.Key;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ends, deadlines and values that are wrong only after a sequence of several steps. */
public enum CunningMutant implements Mutant {
    CHILD_AFTER_AN_EXPIRY(cunning("After the expiry of a child, its siblings lose the cause of their parent.", CAUSE_6)
            .in(e -> new PlainSteps(e) {
                private final Set<PlainNode> marked = new HashSet<>();

                @Override
                protected boolean end(PlainNode top, PlainEnd end) {
                    boolean first = super.end(top, end);
                    PlainNode holder = top.holder;
                    if (first
                            && TreeQueries.isExpired(end)
                            && holder != null
                            && e.time().nanos() > 0) {
                        marked.add(holder);
                    }
                    return first;
                }

                @Override
                protected PlainEnd inherited(PlainNode node, PlainEnd parent) {
                    return marked.contains(node.holder) ? endOf(parent.err(), null) : parent;
                }
            })),
    ENDED_TWICE_THEN_CHILD(cunning(
                    "Below a deadline, the next child is lost after a child was cancelled twice.", CANCEL_4)
            .in(e -> new PlainSteps(e) {
                private final Set<PlainNode> shortened = new HashSet<>();
                private final Set<Object> lost = new HashSet<>();

                @Override
                protected boolean cancel(PlainNode node, @Nullable Throwable cause) {
                    boolean first = super.cancel(node, cause);
                    boolean again = !first && !TreeQueries.isExpired(node.end);
                    PlainNode holder = node.holder;
                    if (again && holder != null && holder.end == null && holder.limit != null) {
                        shortened.add(holder);
                    }
                    return first;
                }

                @Override
                protected void link(PlainNode holder, PlainNode node) {
                    if (shortened.remove(holder)) {
                        lost.add(node);
                    }
                    super.link(holder, node);
                }

                @Override
                protected Set<Object> publish(PlainNode node, PlainEnd end) {
                    return TreeQueries.only(super.publish(node, end), l -> !lost.contains(l));
                }
            })),
    DETACHED_SIBLING_AND_THE_CLOCK(cunning(
                    "After the clock has moved, the children of a context with a detached child lose the cause.",
                    CAUSE_6)
            .in(e -> new PlainSteps(e) {
                private final Set<Object> parents = new HashSet<>();

                @Override
                protected Context detach(PlainContext parent) {
                    parents.add(parent);
                    return super.detach(parent);
                }

                @Override
                protected PlainEnd inherited(PlainNode node, PlainEnd parent) {
                    boolean forgets = parents.contains(node.parent) && e.time().nanos() > 0;
                    return forgets ? endOf(parent.err(), null) : parent;
                }
            })),
    TIE_SEEN_FROM_BELOW(cunning(
                    "Below a value layer, a tie of two deadlines is decided for the other deadline.",
                    DEADLINE_3,
                    DEADLINE_13)
            .in(e -> new CauseOfDeadline(e) {
                @Override
                protected PlainEnd inherited(PlainNode node, PlainEnd parent) {
                    boolean layered =
                            TreeQueries.above(node, TreeQueries::isValue) != null && TreeQueries.isExpired(parent);
                    Throwable other = layered && node.holder != null ? causes.get(node.holder) : null;
                    return other == null ? parent : endOf(parent.err(), other);
                }
            })),
    EXPIRY_STOPS_BELOW_A_FOREIGN_CONTEXT(cunning(
                    "An expiry reaches the child of a foreign context that shares done, but nothing below the child.",
                    DEADLINE_13)
            .in(e -> new PlainSteps(e) {
                @Override
                protected Set<Object> publish(PlainNode node, PlainEnd end) {
                    Set<Object> links = super.publish(node, end);
                    boolean wrapped = node.parent instanceof PlainContext above && TreeQueries.isForeign(above.parent);
                    boolean stops = wrapped && node.holder != null && TreeQueries.isExpired(end);
                    return stops ? TreeQueries.only(links, l -> !(l instanceof PlainNode)) : links;
                }
            })),
    CAUSE_BEYOND_DETACHED_LAYER(cunning(
                    "A value layer above a detached context makes the search for a cause go past the detached context.",
                    DETACH_4)
            .in(e -> new PlainSteps(e) {
                @Override
                protected @Nullable Throwable cause(PlainContext context) {
                    PlainContext detached = TreeQueries.above(context, TreeQueries::isDetached);
                    PlainContext beyond = detached != null && TreeQueries.isValue(detached.parent)
                            ? TreeQueries.above(detached, PlainNode.class::isInstance)
                            : null;
                    Throwable other = beyond == null ? null : super.cause(beyond);
                    boolean given = other != null
                            && !(other instanceof ContextException)
                            && e.time().nanos() > 0;
                    return given && err(context) != null ? other : super.cause(context);
                }
            })),
    EXPIRES_BEYOND_DETACHED_LAYER(cunning(
                    "A value layer next to a detached context lets the expiry of an ancestor through.", DETACH_3)
            .in(e -> new PlainSteps(e) {
                private final Map<PlainNode, PlainContext> beyond = new HashMap<>();

                @Override
                protected void endWithParent(PlainNode node, @Nullable Context parent) {
                    super.endWithParent(node, parent);
                    PlainContext detached = TreeQueries.above(node, TreeQueries::isDetached);
                    PlainContext above =
                            detached == null ? null : TreeQueries.above(detached, PlainNode.class::isInstance);
                    if (above != null && TreeQueries.above(node, TreeQueries::isValue) != null) {
                        beyond.put(node, above);
                    }
                }

                @Override
                protected boolean end(PlainNode top, PlainEnd end) {
                    boolean first = super.end(top, end);
                    if (first && TreeQueries.isExpired(end)) {
                        Map.copyOf(beyond).forEach((node, above) -> {
                            if (above == top) {
                                super.end(node, end);
                            }
                        });
                    }
                    return first;
                }
            })),
    VALUE_LOST_WITH_AN_EXPIRY_ABOVE(cunning(
                    "After the clock has moved, a context that expired with its parent finds its nearest value only.",
                    VALUE_7,
                    VALUE_5)
            .in(e -> new PlainSteps(e) {
                @Override
                protected <T> @Nullable T lookUp(PlainContext context, Key<T> key) {
                    PlainContext nearest = TreeQueries.above(context, TreeQueries::isValue);
                    boolean expired = context instanceof PlainNode node
                            && TreeQueries.isEndedFromAbove(node)
                            && TreeQueries.isExpired(node.end)
                            && e.time().nanos() > 0;
                    boolean lost = expired && nearest != null && nearest.key != key;
                    return lost ? unbound(key) : super.lookUp(context, key);
                }
            })),
    TIMEOUT_AFTER_AN_EXPIRY(cunning(
                    "After an expiry, a deadline below a value layer is a nanosecond early.", DEADLINE_1, DEADLINE_14)
            .in(e -> new PlainSteps(e) {
                private boolean expired;

                @Override
                protected boolean end(PlainNode top, PlainEnd end) {
                    expired |= TreeQueries.isExpired(end) && e.time().nanos() > 0;
                    return super.end(top, end);
                }

                @Override
                protected PlainNode derive(PlainContext parent, Deadline own, @Nullable Throwable cause) {
                    boolean off = expired && TreeQueries.isValue(parent) && sourceOf(parent) != null && !own.isPast();
                    return super.derive(parent, off ? Deadline.at(own.nanos() - 1, e.time()) : own, cause);
                }
            }));

    @SuppressWarnings("ImmutableEnumChecker")
    private final Mutation mutation;

    CunningMutant(Mutation mutation) {
        this.mutation = mutation;
    }

    @Override
    public Mutation mutation() {
        return mutation;
    }
}
