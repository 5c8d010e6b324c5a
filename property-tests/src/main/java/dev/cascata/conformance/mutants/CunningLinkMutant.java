package dev.cascata.conformance.mutants;

import static dev.cascata.conformance.mutants.Mutation.cunning;
import static dev.cascata.conformance.rules.CallbackRule.*;
import static dev.cascata.conformance.rules.CauseRule.CAUSE_8;
import static dev.cascata.conformance.rules.DeadlineRule.DEADLINE_17;
import static dev.cascata.conformance.rules.ForeignRule.FOREIGN_4;
import static dev.cascata.conformance.rules.LinkRule.LINK_2;

import dev.cascata.conformance.plain.PlainCallback;
import dev.cascata.conformance.plain.PlainContext;
import dev.cascata.conformance.plain.PlainEnd;
import dev.cascata.conformance.plain.PlainNode;
import dev.cascata.conformance.plain.PlainSteps;
import dev.cascata.context.Context;
import dev.cascata.context.Done;
import dev.cascata.context.Registration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Callbacks, timers and links that are wrong only after a sequence of several steps. */
public enum CunningLinkMutant implements Mutant {
    STOP_BELOW_LOSES_ONE_ABOVE(cunning(
                    "The stop of a callback on a child also unregisters the callbacks of the parent.", CALLBACK_2)
            .in(e -> new PlainSteps(e) {
                private final Set<Object> lost = new HashSet<>();

                @Override
                protected boolean stopCallback(PlainCallback callback) {
                    boolean inTime = super.stopCallback(callback);
                    PlainNode above = callback.holder == null ? null : callback.holder.holder;
                    if (inTime && above != null) {
                        lost.addAll(TreeQueries.callbacks(above));
                    }
                    return inTime;
                }

                @Override
                protected void dispatch(PlainCallback callback) {
                    if (!lost.contains(callback)) {
                        super.dispatch(callback);
                    }
                }
            })),
    STOPPED_SLOT_IS_REUSED(cunning(
                    "An expiry skips a callback that was registered after the stop of another one.", CALLBACK_3)
            .in(e -> new PlainSteps(e) {
                private final Set<Object> free = new HashSet<>();
                private final Set<Object> lost = new HashSet<>();

                @Override
                protected void unlink(PlainCallback callback) {
                    super.unlink(callback);
                    free.add(callback.holder);
                }

                @Override
                protected boolean add(PlainNode node, Object link) {
                    if (link instanceof PlainCallback && free.remove(node)) {
                        lost.add(link);
                    }
                    return super.add(node, link);
                }

                @Override
                protected void dispatch(PlainCallback callback) {
                    boolean expired = callback.holder != null && TreeQueries.isExpired(callback.holder.end);
                    if (!expired || !lost.contains(callback)) {
                        super.dispatch(callback);
                    }
                }
            })),
    CALLBACK_ON_A_LAYER_BELOW_AN_EXPIRY(cunning(
                    "A callback on a value layer is lost when the deadline of an ancestor passes.", CALLBACK_3)
            .in(e -> new PlainSteps(e) {
                private final Set<Runnable> layered = new HashSet<>();

                @Override
                protected Registration register(PlainContext context, Runnable task) {
                    if (TreeQueries.isValue(context)) {
                        layered.add(task);
                    }
                    return super.register(context, task);
                }

                @Override
                protected void dispatch(PlainCallback callback) {
                    PlainNode holder = callback.holder;
                    boolean above =
                            holder != null && TreeQueries.isEndedFromAbove(holder) && TreeQueries.isExpired(holder.end);
                    if (!above || !layered.contains(callback.task)) {
                        super.dispatch(callback);
                    }
                }
            })),
    TIMERS_OF_SIBLINGS_STOP_TOGETHER(cunning(
                    "Siblings keep their timers in one list, and a cancel of one sibling stops them all.",
                    DEADLINE_17,
                    CAUSE_8)
            .in(e -> new PlainSteps(e) {
                private final Map<PlainNode, List<Runnable>> family = new HashMap<>();

                @Override
                protected void keep(PlainNode node, Runnable release) {
                    super.keep(node, release);
                    if (node.holder != null) {
                        family.computeIfAbsent(node.holder, h -> new ArrayList<>())
                                .add(release);
                    }
                }

                @Override
                protected boolean cancel(PlainNode node, @Nullable Throwable cause) {
                    boolean first = super.cancel(node, cause);
                    if (node.holder != null && node.limit != null) {
                        family.getOrDefault(node.holder, List.of()).forEach(Runnable::run);
                    }
                    return first;
                }
            })),
    EXPIRED_SIBLING_KEEPS_THE_NEXT(cunning("After the expiry of a child, a cancelled sibling is not unlinked.", LINK_2)
            .in(e -> new PlainSteps(e) {
                private final Set<PlainNode> late = new HashSet<>();

                @Override
                protected boolean end(PlainNode top, PlainEnd end) {
                    boolean first = super.end(top, end);
                    if (first
                            && TreeQueries.isExpired(end)
                            && top.holder != null
                            && e.time().nanos() > 0) {
                        late.addAll(TreeQueries.children(top.holder));
                    }
                    return first;
                }

                @Override
                protected void unlink(PlainNode node) {
                    if (!late.contains(node)) {
                        super.unlink(node);
                    }
                }
            })),
    AFTER_SIXTY_FOUR_CHILDREN(cunning(
                    "A list that once had more than 64 links and has shrunk loses a new callback.",
                    CALLBACK_2,
                    CALLBACK_3)
            .in(e -> new PlainSteps(e) {
                private final Set<PlainNode> shrunk = new HashSet<>();
                private final Set<Object> lost = new HashSet<>();

                @Override
                protected void unlink(PlainNode node) {
                    if (node.holder != null && node.holder.links.size() > 64) {
                        shrunk.add(node.holder);
                    }
                    super.unlink(node);
                }

                @Override
                protected boolean add(PlainNode node, Object link) {
                    if (link instanceof PlainCallback && shrunk.contains(node)) {
                        lost.add(link);
                    }
                    return super.add(node, link);
                }

                @Override
                protected void dispatch(PlainCallback callback) {
                    PlainEnd end = callback.holder == null ? null : callback.holder.end;
                    boolean plain = end == null || !(TreeQueries.isExpired(end) || TreeQueries.hasCause(end));
                    if (plain || !lost.contains(callback)) {
                        super.dispatch(callback);
                    }
                }
            })),
    ONE_HOOK_RELEASES_ALL(cunning(
                    "The cancel of one child of a foreign parent unregisters the hooks of its siblings.", FOREIGN_4)
            .in(e -> new PlainSteps(e) {
                private final Map<Context, List<Registration>> hooks = new HashMap<>();

                @Override
                protected void follow(Context foreign, Done done, PlainNode node) {
                    if (!hasHook(foreign) || done.isDone()) {
                        super.follow(foreign, done, node);
                        return;
                    }
                    List<Registration> all = hooks.computeIfAbsent(foreign, f -> new ArrayList<>());
                    Registration hook = foreign.afterFunc(() -> end(node, foreignEnd(foreign)));
                    all.add(hook);
                    keep(node, () -> release(TreeQueries.isExpired(node.end) ? List.of(hook) : all));
                }

                private void release(List<Registration> released) {
                    released.forEach(this::releaseParent);
                }
            }));

    @SuppressWarnings("ImmutableEnumChecker")
    private final Mutation mutation;

    CunningLinkMutant(Mutation mutation) {
        this.mutation = mutation;
    }

    @Override
    public Mutation mutation() {
        return mutation;
    }
}
