package dev.cascata.conformance.mutants;

import static dev.cascata.conformance.mutants.Mutation.bug;
import static dev.cascata.conformance.rules.CancelRule.CANCEL_4;
import static dev.cascata.conformance.rules.LinkRule.*;

import dev.cascata.conformance.plain.PlainEnd;
import dev.cascata.conformance.plain.PlainNode;
import dev.cascata.conformance.plain.PlainSteps;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Links that stay too long, are made twice, or get lost. */
public enum LinkMutant implements Mutant {
    HELD_BY_EVERY_ANCESTOR(bug("Every ancestor holds the child, not only its parent.", LINK_1)
            .in(e -> new PlainSteps(e) {
                @Override
                protected void link(PlainNode holder, PlainNode node) {
                    super.link(holder, node);
                    for (PlainNode at = holder; at != null && TreeQueries.isLive(node); at = at.holder) {
                        add(at, new Object());
                    }
                }
            })),
    NEVER_UNLINKED(bug("A parent holds an ended child until the parent ends (dotnet 78180, node 54614).", LINK_2)
            .in(e -> new PlainSteps(e) {
                @Override
                protected void unlink(PlainNode node) {}
            })),
    UNLINKS_ITS_SIBLING(bug("The removal of an ended child removes its siblings as well.", CANCEL_4, LINK_2)
            .in(e -> new PlainSteps(e) {
                @Override
                protected void unlink(PlainNode node) {
                    super.unlink(node);
                    if (node.holder != null) {
                        node.holder.links.removeAll(TreeQueries.children(node.holder));
                    }
                }
            })),
    ENDED_KEEPS_ITS_CHILDREN(bug("An ended parent keeps its list of children, so whole trees stay in memory.", LINK_3)
            .in(e -> new PlainSteps(e) {
                @Override
                protected Set<Object> publish(PlainNode node, PlainEnd end) {
                    Set<Object> links = super.publish(node, end);
                    node.links = links;
                    return links;
                }
            })),
    ENDED_TAKES_IN_CHILDREN(bug("A parent that has ended holds a new child.", LINK_10)
            .in(e -> new PlainSteps(e) {
                @Override
                protected void link(PlainNode holder, PlainNode node) {
                    boolean late = holder.end != null;
                    super.link(holder, node);
                    if (late) {
                        holder.links = new LinkedHashSet<>(List.of(node));
                    }
                }
            })),
    CHILDREN_HELD_WEAKLY(bug("A parent holds its children weakly, so some get lost (node PR 57867).", LINK_5)
            .in(e -> new PlainSteps(e) {
                private @Nullable PlainNode before;

                @Override
                protected void link(PlainNode holder, PlainNode node) {
                    if (before != null && before != holder) {
                        before.links.removeAll(TreeQueries.children(before));
                    }
                    before = holder;
                    super.link(holder, node);
                }
            }));

    @SuppressWarnings("ImmutableEnumChecker")
    private final Mutation mutation;

    LinkMutant(Mutation mutation) {
        this.mutation = mutation;
    }

    @Override
    public Mutation mutation() {
        return mutation;
    }
}
