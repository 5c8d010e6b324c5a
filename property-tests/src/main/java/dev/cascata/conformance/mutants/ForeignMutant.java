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

/** Somebody else's contexts that are not followed, or not let go of. */
public enum ForeignMutant implements Mutant {
    SHARING_NOT_LINKED(bug("The child of a wrapper that shares done is linked to nothing.", FOREIGN_1)
            .in(e -> new PlainSteps(e) {
                @Override
                protected void link(PlainNode holder, PlainNode node) {
                    boolean wrapped = node.parent instanceof PlainContext above && Kin.isForeign(above.parent);
                    if (!wrapped || holder.end != null) {
                        super.link(holder, node);
                    }
                }
            })),
    WATCHER_STAYS(bug("The watcher of a foreign parent waits on when the child has ended (golang 28728).", FOREIGN_2)
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
    OWN_DONE_NOT_FOLLOWED(bug("A foreign parent without a hook is looked at once, and then forgotten.", FOREIGN_3)
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
                    "The hook is looked for in the parent itself, and a value layer has none (golang 28728).",
                    FOREIGN_16)
            .in(e -> new PlainSteps(e) {
                @Override
                protected void follow(Context foreign, Done done, PlainNode node) {
                    if (done.isDone() || !hasHook(foreign) || !Kin.isValue(node.parent)) {
                        super.follow(foreign, done, node);
                    }
                }
            })),
    HOOK_NOT_RELEASED(bug("The hook of a foreign parent is kept when the child has ended (dotnet 78180).", FOREIGN_5)
            .in(e -> new PlainSteps(e) {
                @Override
                protected void releaseParent(Registration registration) {
                    if (registration instanceof PlainWatcher) {
                        super.releaseParent(registration);
                    }
                }
            })),
    HOOK_OF_THE_ENDED(bug("The hook of a foreign parent is used though that has ended.", FOREIGN_12, FOREIGN_6)
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
    CHILD_ENDS_WHAT_IS_WRAPPED(bug(
                    "The search for a parent finds the context inside a wrapper (golang 64307).", FOREIGN_7)
            .in(e -> new InsideWrappers(e) {
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
    CAUSE_OF_WHAT_IS_WRAPPED(bug(
                    "The cause is asked of the context inside a wrapper that lives (golang 26356, 62582).", CAUSE_13)
            .in(e -> new InsideWrappers(e) {
                @Override
                protected @Nullable Throwable cause(PlainContext context) {
                    PlainNode inside = Kin.isLive(context) ? inside(context) : null;
                    return inside == null ? super.cause(context) : super.cause(inside);
                }
            })),
    DEADLINE_OF_WHAT_IS_WRAPPED(bug("A deadline is asked of the context inside a wrapper.", DEADLINE_16)
            .in(e -> new InsideWrappers(e) {
                @Override
                protected @Nullable Deadline deadline(PlainContext context) {
                    PlainNode inside = Kin.isForeign(context.parent) ? inside(context) : null;
                    return inside == null ? super.deadline(context) : super.deadline(inside);
                }
            })),
    FOREIGN_CAUSE_MADE_UP(bug("A foreign parent that says nothing about causes is given one.", CAUSE_12)
            .in(e -> new PlainSteps(e) {
                @Override
                protected PlainEnd foreignEnd(Context foreign) {
                    PlainEnd end = super.foreignEnd(foreign);
                    return Kin.hasCause(end) ? end : endOf(end.err(), new IllegalStateException("a parent ended"));
                }
            })),
    FOREIGN_CAUSE_LOST(bug("The cause of a foreign parent is not asked for.", FOREIGN_11)
            .in(e -> new PlainSteps(e) {
                @Override
                protected PlainEnd foreignEnd(Context foreign) {
                    return endOf(super.foreignEnd(foreign).err(), null);
                }
            })),
    CHANGING_DONE_DISTRUSTED(bug("A parent whose done is another object than before is taken for broken.", FOREIGN_13)
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
    FOREIGN_ERR_REPLACED(bug("Whatever ends a foreign parent, the child reads as cancelled.", FOREIGN_14)
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
