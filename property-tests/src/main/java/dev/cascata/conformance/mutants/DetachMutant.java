package dev.cascata.conformance.mutants;

import static dev.cascata.conformance.mutants.Mutation.bug;
import static dev.cascata.conformance.rules.DetachRule.*;

import dev.cascata.conformance.plain.PlainContext;
import dev.cascata.conformance.plain.PlainNode;
import dev.cascata.conformance.plain.PlainSteps;
import dev.cascata.context.Context;
import dev.cascata.context.Deadline;
import org.jspecify.annotations.Nullable;

/** Detached contexts that still depend on their parent, or that lose their values. */
public enum DetachMutant implements Mutant {
    DETACHED_IS_LINKED(bug("A detached context ends with its parent.", DETACH_1).in(e -> new PlainSteps(e) {
        @Override
        protected Context detach(PlainContext parent) {
            return derive(parent);
        }
    })),
    DETACHED_KEEPS_DEADLINE(bug("A detached context still reports the deadline of its parent.", DETACH_1)
            .in(e -> new PlainSteps(e) {
                @Override
                protected @Nullable Deadline deadline(PlainContext context) {
                    return TreeQueries.isDetached(context) && context.parent != null
                            ? context.parent.deadline()
                            : super.deadline(context);
                }
            })),
    DETACHED_KEEPS_CAUSE(bug("A detached context shows the cause of its parent.", DETACH_1)
            .in(e -> new PlainSteps(e) {
                @Override
                protected @Nullable Throwable cause(PlainContext context) {
                    return TreeQueries.isDetached(context) && context.parent != null
                            ? context.parent.cause()
                            : super.cause(context);
                }
            })),
    DETACHED_LOSES_VALUES(bug("A detached context is a new root without values.", DETACH_2)
            .in(e -> new PlainSteps(e) {
                @Override
                protected @Nullable Context above(PlainContext layer) {
                    return TreeQueries.isDetached(layer) ? null : super.above(layer);
                }
            })),
    ENDS_BELOW_DETACHED(bug("A child of a detached context is linked to a context above the detached one.", DETACH_3)
            .in(e -> new PlainSteps(e) {
                @Override
                protected void endWithParent(PlainNode node, @Nullable Context parent) {
                    boolean detached = parent == null && TreeQueries.above(node, TreeQueries::isDetached) != null;
                    PlainContext beyond = detached ? TreeQueries.above(node, PlainNode.class::isInstance) : null;
                    super.endWithParent(node, beyond == null ? parent : beyond);
                }
            })),
    DEADLINE_CAPS_BELOW_DETACHED(bug("A deadline above a detached context still caps those below it.", DETACH_3)
            .in(e -> new PlainSteps(e) {
                @Override
                protected PlainNode derive(PlainContext parent) {
                    PlainContext beyond = TreeQueries.isDetached(parent)
                            ? TreeQueries.above(parent, PlainNode.class::isInstance)
                            : null;
                    return beyond == null ? super.derive(parent) : node(parent, "withCancel", beyond.deadline());
                }
            })),
    CAUSE_FROM_BEYOND_DETACHED(bug(
                    "The search for a cause follows the values, so it goes past a detached context.", DETACH_4)
            .in(e -> new PlainSteps(e) {
                @Override
                protected @Nullable Throwable cause(PlainContext context) {
                    PlainContext detached = TreeQueries.above(context, TreeQueries::isDetached);
                    PlainContext beyond =
                            detached == null ? null : TreeQueries.above(detached, PlainNode.class::isInstance);
                    Throwable other = beyond == null ? null : super.cause(beyond);
                    return other == null || err(context) == null ? super.cause(context) : other;
                }
            }));

    @SuppressWarnings("ImmutableEnumChecker")
    private final Mutation mutation;

    DetachMutant(Mutation mutation) {
        this.mutation = mutation;
    }

    @Override
    public Mutation mutation() {
        return mutation;
    }
}
