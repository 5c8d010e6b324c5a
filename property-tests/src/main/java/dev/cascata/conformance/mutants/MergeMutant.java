package dev.cascata.conformance.mutants;

import static dev.cascata.conformance.mutants.Mutation.bug;
import static dev.cascata.conformance.rules.MergeRule.*;

import dev.cascata.conformance.plain.PlainEnd;
import dev.cascata.conformance.plain.PlainNode;
import dev.cascata.conformance.plain.PlainSteps;
import dev.cascata.context.Context;
import dev.cascata.context.Deadline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Merged contexts that miss a parent, or affect a parent. */
public enum MergeMutant implements Mutant {
    MERGED_HEARS_ONE_PARENT(bug("A merged context follows its first parent only.", MERGE_1)
            .in(e -> new PlainSteps(e) {
                @Override
                protected List<Context> sources(List<? extends Context> parents) {
                    return super.sources(parents.subList(0, 1));
                }
            })),
    MERGED_LOSES_CAUSE(bug(
                    "A merged context loses the cause of the parent that ended it (Temporal's linkedTo).", MERGE_2)
            .in(e -> new PlainSteps(e) {
                @Override
                protected Set<Object> publish(PlainNode node, PlainEnd end) {
                    return super.publish(node, node.others.isEmpty() ? end : endOf(end.err(), null));
                }
            })),
    MERGED_LATEST_DEADLINE(bug("A merged context shows the latest of its parents' deadlines.", MERGE_3)
            .in(e -> new PlainSteps(e) {
                @Override
                protected @Nullable Deadline earliest(List<? extends Context> parents) {
                    return parents.stream()
                            .map(Context::deadline)
                            .filter(Objects::nonNull)
                            .max(Comparator.naturalOrder())
                            .orElse(null);
                }
            })),
    MERGED_LAST_IS_FIRST(bug("The last parent of a merged context counts as the first.", MERGE_4)
            .in(e -> new PlainSteps(e) {
                @Override
                protected PlainNode merge(List<? extends Context> parents) {
                    List<Context> reversed = new ArrayList<>(parents);
                    Collections.reverse(reversed);
                    return super.merge(reversed);
                }
            })),
    MERGED_NOT_PARTED(
            bug("The other parents still hold a merged context that has ended (node 48419, dotnet 78180).", MERGE_5)
                    .in(e -> new PlainSteps(e) {
                        @Override
                        protected void part(PlainNode merged) {}
                    })),
    MERGED_BORN_LIVE(bug("A merge ignores parents that have ended.", MERGE_6).in(e -> new PlainSteps(e) {
        @Override
        protected List<Context> sources(List<? extends Context> parents) {
            return super.sources(parents).stream()
                    .filter(s -> !s.done().isDone())
                    .toList();
        }
    })),
    MERGED_ENDS_ITS_PARENT(bug("The end of a merged context ends its second parent.", MERGE_7)
            .in(e -> new PlainSteps(e) {
                @Override
                protected boolean end(PlainNode top, PlainEnd end) {
                    List<PlainNode> parents = List.copyOf(top.others);
                    boolean first = super.end(top, end);
                    parents.stream().skip(1).forEach(p -> super.end(p, end));
                    return first;
                }
            })),
    WALK_STOPS_AT_MERGED(bug("A cancel does not reach the contexts below a merged context.", MERGE_8, MERGE_11)
            .in(e -> new PlainSteps(e) {
                @Override
                protected Set<Object> publish(PlainNode node, PlainEnd end) {
                    boolean merged = node.others.size() > 1;
                    Set<Object> links = super.publish(node, end);
                    return merged ? Set.of() : links;
                }
            })),
    MERGED_HELD_TWICE(bug("Each parent holds a merged context twice.", MERGE_9).in(e -> new PlainSteps(e) {
        @Override
        protected boolean join(PlainNode parent, PlainNode merged) {
            return super.join(parent, merged) && add(parent, new Object());
        }
    }));

    @SuppressWarnings("ImmutableEnumChecker")
    private final Mutation mutation;

    MergeMutant(Mutation mutation) {
        this.mutation = mutation;
    }

    @Override
    public Mutation mutation() {
        return mutation;
    }
}
