package dev.cascata.conformance.mutants;

import static dev.cascata.conformance.mutants.Mutation.bug;
import static dev.cascata.conformance.rules.CauseRule.CAUSE_12;
import static dev.cascata.conformance.rules.CauseRule.CAUSE_13;
import static dev.cascata.conformance.rules.DeadlineRule.DEADLINE_16;
import static dev.cascata.conformance.rules.ForeignRule.*;

import dev.cascata.conformance.plain.PlainContext;
import dev.cascata.conformance.plain.PlainEnd;
import dev.cascata.conformance.plain.PlainNode;
import dev.cascata.conformance.plain.PlainSteps;
import dev.cascata.conformance.plain.PlainWatcher;
import dev.cascata.context.Context;
import dev.cascata.context.ContextException;
import dev.cascata.context.Deadline;
import dev.cascata.context.Done;
import dev.cascata.context.Registration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Foreign parents that are not followed, not released, or misread. */
public enum ForeignMutant implements Mutant {
    SHARING_NOT_LINKED(bug("The child of a foreign context that shares done is linked to nothing.", FOREIGN_1)
            .in(e -> new PlainSteps(e) {
                @Override
                protected void link(PlainNode holder, PlainNode node) {
                    boolean wrapped = node.parent instanceof PlainContext above && TreeQueries.isForeign(above.parent);
                    if (!wrapped || holder.end != null) {
                        super.link(holder, node);
                    }
                }
            })),
    WATCHER_STAYS(bug(
                    "The watcher of a foreign parent still waits after the child has ended (golang 28728).", FOREIGN_2)
            .in(e -> new PlainSteps(e) {
                @Override
                protected Registration watch(Context foreign, Done done, PlainNode node) {
                    PlainWatcher watcher = new PlainWatcher(this, foreign, done, node);
                    while (watcher.thread.getState() != Thread.State.WAITING && !done.isDone()) {
                        Thread.onSpinWait();
                    }
                    return () -> false;
                }
            })),
    OWN_DONE_NOT_FOLLOWED(bug("A foreign parent without a hook is checked once and never again.", FOREIGN_3)
            .in(e -> new PlainSteps(e) {
                @Override
                protected void follow(Context foreign, Done done, PlainNode node) {
                    if (done.isDone() || hasHook(foreign)) {
                        super.follow(foreign, done, node);
                    }
                }
            })),
    HOOK_IGNORED(bug("The hook of a foreign parent is not used (go2hx 266).", FOREIGN_4)
            .in(e -> new PlainSteps(e) {
                @Override
                protected void follow(Context foreign, Done done, PlainNode node) {
                    if (done.isDone() || !hasHook(foreign)) {
                        super.follow(foreign, done, node);
                    }
                }
            })),
    HOOK_NOT_USED_THROUGH_A_LAYER(bug(
                    "The hook of a foreign parent is not found through a value layer (golang 28728).", FOREIGN_16)
            .in(e -> new PlainSteps(e) {
                @Override
                protected void follow(Context foreign, Done done, PlainNode node) {
                    if (done.isDone() || !hasHook(foreign) || !TreeQueries.isValue(node.parent)) {
                        super.follow(foreign, done, node);
                    }
                }
            })),
    HOOK_NOT_RELEASED(bug(
                    "The hook of a foreign parent stays registered after the child has ended (dotnet 78180).",
                    FOREIGN_5)
            .in(e -> new PlainSteps(e) {
                @Override
                protected void releaseParent(Registration registration) {
                    if (registration instanceof PlainWatcher) {
                        super.releaseParent(registration);
                    }
                }
            })),
    HOOK_OF_THE_ENDED(bug(
                    "A child registers with the hook of a foreign parent that has already ended.",
                    FOREIGN_12,
                    FOREIGN_6)
            .in(e -> new PlainSteps(e) {
                @Override
                protected void follow(Context foreign, Done done, PlainNode node) {
                    if (hasHook(foreign)) {
                        Registration hook = foreign.afterFunc(() -> end(node, foreignEnd(foreign)));
                        keep(node, () -> releaseParent(hook));
                    }
                    if (done.isDone() || !hasHook(foreign)) {
                        super.follow(foreign, done, node);
                    }
                }
            })),
    CHILD_ENDS_THE_INNER_CONTEXT(bug(
                    "A cancel of the child of a foreign context also ends the context inside it (golang 64307).",
                    FOREIGN_7)
            .in(e -> new InsideForeignSteps(e) {
                @Override
                protected boolean cancel(PlainNode node, @Nullable Throwable cause) {
                    boolean first = super.cancel(node, cause);
                    PlainNode inside = node.holder == null ? inside(node) : null;
                    if (inside != null) {
                        super.cancel(inside, cause);
                    }
                    return first;
                }
            })),
    CAUSE_OF_THE_INNER_CONTEXT(bug(
                    "A live child of a foreign context shows the cause of the context inside it (golang 26356, 62582).",
                    CAUSE_13)
            .in(e -> new InsideForeignSteps(e) {
                @Override
                protected @Nullable Throwable cause(PlainContext context) {
                    PlainNode inside = TreeQueries.isLive(context) ? inside(context) : null;
                    return inside == null ? super.cause(context) : super.cause(inside);
                }
            })),
    DEADLINE_OF_THE_INNER_CONTEXT(bug(
                    "The child of a foreign context shows the deadline of the context inside it.", DEADLINE_16)
            .in(e -> new InsideForeignSteps(e) {
                @Override
                protected @Nullable Deadline deadline(PlainContext context) {
                    PlainNode inside = TreeQueries.isForeign(context.parent) ? inside(context) : null;
                    return inside == null ? super.deadline(context) : super.deadline(inside);
                }
            })),
    FOREIGN_CAUSE_MADE_UP(bug("A child makes up a cause if its foreign parent has none.", CAUSE_12)
            .in(e -> new PlainSteps(e) {
                @Override
                protected PlainEnd foreignEnd(Context foreign) {
                    PlainEnd end = super.foreignEnd(foreign);
                    return TreeQueries.hasCause(end)
                            ? end
                            : endOf(end.err(), new IllegalStateException("a parent ended"));
                }
            })),
    FOREIGN_CAUSE_LOST(bug("A child does not take over the cause of its foreign parent.", FOREIGN_11)
            .in(e -> new PlainSteps(e) {
                @Override
                protected PlainEnd foreignEnd(Context foreign) {
                    return endOf(super.foreignEnd(foreign).err(), null);
                }
            })),
    CHANGING_DONE_DISTRUSTED(bug("A foreign parent is not followed if it returns another done than before.", FOREIGN_13)
            .in(e -> new PlainSteps(e) {
                private final Map<Context, Done> known = new HashMap<>();

                @Override
                protected void follow(Context foreign, Done done, PlainNode node) {
                    Done before = known.putIfAbsent(foreign, done);
                    if (before == null || before == done || done.isDone()) {
                        super.follow(foreign, done, node);
                    }
                }
            })),
    FOREIGN_ERR_REPLACED(bug("The child of a foreign parent that expires shows cancelled.", FOREIGN_14)
            .in(e -> new PlainSteps(e) {
                @Override
                protected PlainEnd foreignEnd(Context foreign) {
                    return endOf(ContextException.cancelled(), foreign.cause());
                }
            }));

    @SuppressWarnings("ImmutableEnumChecker")
    private final Mutation mutation;

    ForeignMutant(Mutation mutation) {
        this.mutation = mutation;
    }

    @Override
    public Mutation mutation() {
        return mutation;
    }
}
