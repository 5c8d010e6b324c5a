package dev.cascata.conformance.mutants;

import static dev.cascata.conformance.mutants.Mutation.bug;
import static dev.cascata.conformance.rules.CancelRule.*;
import static dev.cascata.conformance.rules.CauseRule.CAUSE_5;
import static dev.cascata.conformance.rules.CauseRule.CAUSE_7;
import static dev.cascata.conformance.rules.MergeRule.MERGE_10;
import static dev.cascata.conformance.rules.ScaleRule.SCALE_1;
import static dev.cascata.conformance.rules.ScaleRule.SCALE_7;

import dev.cascata.conformance.plain.PlainContext;
import dev.cascata.conformance.plain.PlainEnd;
import dev.cascata.conformance.plain.PlainNode;
import dev.cascata.conformance.plain.PlainSteps;
import dev.cascata.context.Deadline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cancels that end too little, too much, or the wrong context. */
public enum CancelMutant implements Mutant {
    CANCEL_LEFT_TO_THE_TIMER(bug("A cancel of a context with a deadline waits for the timer (kotlinx 4382).", CANCEL_2)
            .in(e -> new PlainSteps(e) {
                @Override
                protected boolean cancel(PlainNode node, @Nullable Throwable cause) {
                    return node.limit == null ? super.cancel(node, cause) : node.end == null;
                }
            })),
    EVERY_CANCEL_WINS(bug("Every call of cancel returns true, not only the first (Temporal's scopes).", CANCEL_16)
            .in(e -> new PlainSteps(e) {
                @Override
                protected boolean cancel(PlainNode node, @Nullable Throwable cause) {
                    super.cancel(node, cause);
                    return true;
                }
            })),
    UPWARDS(bug("A cancelled child cancels its parent (kotlinx jobs without a supervisor).", CANCEL_5)
            .in(e -> new PlainSteps(e) {
                @Override
                protected boolean end(PlainNode top, PlainEnd end) {
                    if (top.holder != null) {
                        super.end(top.holder, end);
                    }
                    return super.end(top, end);
                }
            })),
    SIDEWAYS(bug("A failed child cancels its siblings, as in a task group.", CANCEL_5)
            .in(e -> new PlainSteps(e) {
                @Override
                protected boolean cancel(PlainNode node, @Nullable Throwable cause) {
                    List<PlainNode> siblings = node.holder == null ? List.of() : TreeQueries.children(node.holder);
                    siblings.stream().filter(s -> s != node).forEach(s -> super.cancel(s, cause));
                    return super.cancel(node, cause);
                }
            })),
    FIRST_LEVEL_ONLY(bug("A cancel reaches the children and nothing below them.", CANCEL_3)
            .in(e -> new PlainSteps(e) {
                @Override
                protected Set<Object> publish(PlainNode node, PlainEnd end) {
                    boolean below = node.holder != null && node.holder.end != null;
                    Set<Object> links = super.publish(node, end);
                    return below ? TreeQueries.only(links, l -> !(l instanceof PlainNode)) : links;
                }
            })),
    FIRST_CHILD_ONLY(bug("A cancel ends the first child only.", CANCEL_4).in(e -> new PlainSteps(e) {
        @Override
        protected Set<Object> publish(PlainNode node, PlainEnd end) {
            Set<Object> links = super.publish(node, end);
            return links.isEmpty() ? links : Set.of(links.iterator().next());
        }
    })),
    LAST_CHILD_ONLY(bug("A parent has one slot for a child, and each new child overwrites it.", CANCEL_4)
            .in(e -> new PlainSteps(e) {
                @Override
                protected Set<Object> publish(PlainNode node, PlainEnd end) {
                    List<Object> links = new ArrayList<>(super.publish(node, end));
                    return links.isEmpty() ? Set.of() : Set.of(links.get(links.size() - 1));
                }
            })),
    MIDDLE_CHILD_SKIPPED(bug("A cancel skips a child, because ended children leave the list during the walk.", CANCEL_4)
            .in(e -> new PlainSteps(e) {
                @Override
                protected Set<Object> publish(PlainNode node, PlainEnd end) {
                    Set<Object> links = super.publish(node, end);
                    return links.size() > 2 ? TreeQueries.withoutChild(links, 1) : links;
                }
            })),
    NOT_LINKED_THROUGH_A_LAYER(bug("A child finds no parent through a value layer.", CANCEL_3)
            .in(e -> new PlainSteps(e) {
                @Override
                protected void link(PlainNode holder, PlainNode node) {
                    if (holder.end != null || !TreeQueries.isValue(node.parent)) {
                        super.link(holder, node);
                    }
                }
            })),
    BORN_LIVE(bug("A child of an ended parent is live and never ends (kotlinx 4457, swift 38425).", CANCEL_9)
            .in(e -> new PlainSteps(e) {
                @Override
                protected void link(PlainNode holder, PlainNode node) {
                    if (holder.end == null) {
                        super.link(holder, node);
                    }
                }
            })),
    POOLED(bug("Contexts are reused from a pool together with the end of their last use.", CANCEL_1)
            .in(e -> new PlainSteps(e) {
                private @Nullable PlainEnd used;

                @Override
                protected boolean cancel(PlainNode node, @Nullable Throwable cause) {
                    boolean first = super.cancel(node, cause);
                    used = node.end;
                    return first;
                }

                @Override
                protected PlainNode node(PlainContext parent, String name, @Nullable Deadline limit) {
                    PlainNode node = super.node(parent, name, limit);
                    node.end = node.end == null ? used : node.end;
                    return node;
                }
            })),
    SECOND_CANCEL_CLIMBS(bug("A second cancel of a context cancels its parent.", CANCEL_6)
            .in(e -> new PlainSteps(e) {
                @Override
                protected boolean cancel(PlainNode node, @Nullable Throwable cause) {
                    boolean first = super.cancel(node, cause);
                    if (!first && node.holder != null) {
                        super.cancel(node.holder, cause);
                    }
                    return first;
                }
            })),
    ENDED_AGAIN_FROM_ABOVE(bug(
                    "The end of a parent overwrites the end of a child that ended before.", CANCEL_11, CAUSE_5, CAUSE_7)
            .in(e -> new PlainSteps(e) {
                private final List<PlainNode> all = new ArrayList<>();

                @Override
                protected void link(PlainNode holder, PlainNode node) {
                    super.link(holder, node);
                    all.add(node);
                }

                @Override
                protected boolean end(PlainNode top, PlainEnd end) {
                    boolean first = super.end(top, end);
                    if (first) {
                        all.stream().filter(n -> n.holder == top).forEach(n -> n.end = end);
                    }
                    return first;
                }
            })),
    DEPTH_LIMITED(bug("A cancel stops at a depth of fifty contexts.", CANCEL_3).in(e -> new PlainSteps(e) {
        private final Map<PlainNode, Integer> depths = new HashMap<>();

        @Override
        protected void link(PlainNode holder, PlainNode node) {
            int depth = depths.getOrDefault(holder, 0) + 1;
            depths.put(node, depth);
            if (depth <= 50) {
                super.link(holder, node);
            }
        }
    })),
    RECURSIVE_WALK(bug(
                    "A cancel calls itself for each child (kotlinx 2504, trio 1235, netty 3450).",
                    SCALE_1,
                    SCALE_7,
                    MERGE_10)
            .in(e -> new PlainSteps(e) {
                @Override
                protected Set<Object> publish(PlainNode node, PlainEnd end) {
                    Set<Object> all = new LinkedHashSet<>(super.publish(node, end));
                    for (Object link : List.copyOf(all)) {
                        if (link instanceof PlainNode child && child.end == null) {
                            all.addAll(publish(child, inherited(child, end)));
                        }
                    }
                    return all;
                }
            }));

    @SuppressWarnings("ImmutableEnumChecker")
    private final Mutation mutation;

    CancelMutant(Mutation mutation) {
        this.mutation = mutation;
    }

    @Override
    public Mutation mutation() {
        return mutation;
    }
}
