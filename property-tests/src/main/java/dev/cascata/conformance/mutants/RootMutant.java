package dev.cascata.conformance.mutants;

import static dev.cascata.conformance.mutants.Mutation.bug;
import static dev.cascata.conformance.rules.RootRule.*;

import dev.cascata.conformance.plain.PlainContext;
import dev.cascata.conformance.plain.PlainEnd;
import dev.cascata.conformance.plain.PlainNode;
import dev.cascata.conformance.plain.PlainSteps;
import dev.cascata.context.Context;
import dev.cascata.context.ContextException;
import dev.cascata.context.Deadline;
import dev.cascata.context.Done;
import dev.cascata.context.Environment;
import dev.cascata.context.Key;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** Roots that end, show what they must not show, or hold their children. */
public enum RootMutant implements Mutant {
    ROOT_ENDS_WITH_ITS_CHILD(bug("The root shows the done of its newest child.", ROOT_1)
            .in(e -> new PlainSteps(e) {
                private @Nullable PlainNode last;

                @Override
                protected PlainNode node(PlainContext parent, String name, @Nullable Deadline limit) {
                    PlainNode node = super.node(parent, name, limit);
                    last = parent.parent == null ? node : last;
                    return node;
                }

                @Override
                protected Done done(PlainContext context) {
                    return context.parent == null && last != null ? last.signal : super.done(context);
                }
            })),
    ROOT_HAS_AN_ERR(bug("The root shows the err of the last context that ended.", ROOT_2)
            .in(e -> new PlainSteps(e) {
                private @Nullable PlainEnd last;

                @Override
                protected boolean end(PlainNode top, PlainEnd end) {
                    last = end;
                    return super.end(top, end);
                }

                @Override
                protected @Nullable ContextException err(PlainContext context) {
                    return context.parent == null && last != null ? last.err() : super.err(context);
                }
            })),
    ROOT_HAS_A_DEADLINE(bug("The root reports the deadline that was set last, on any context.", ROOT_3)
            .in(e -> new PlainSteps(e) {
                private @Nullable Deadline last;

                @Override
                protected PlainNode derive(PlainContext parent, Deadline own, @Nullable Throwable cause) {
                    PlainNode node = super.derive(parent, own, cause);
                    last = own;
                    return node;
                }

                @Override
                protected @Nullable Deadline deadline(PlainContext context) {
                    return context.parent == null ? last : super.deadline(context);
                }
            })),
    ROOT_HAS_VALUES(bug("A value that is bound on the root goes into a global map.", ROOT_4)
            .in(e -> new PlainSteps(e) {
                private final Map<Key<?>, Object> globals = new WeakHashMap<>();

                @Override
                protected <T> Context bind(PlainContext parent, Key<T> key, @Nullable T value) {
                    if (parent.parent == null && value != null) {
                        globals.put(key, value);
                    }
                    return super.bind(parent, key, value);
                }

                @Override
                @SuppressWarnings("unchecked")
                protected <T> @Nullable T unbound(Key<T> key) {
                    T found = (T) globals.get(key);
                    return found == null ? super.unbound(key) : found;
                }
            })),
    TREES_SHARE_A_LIST(bug("The topmost contexts of all trees are in one list, and an end walks that list.", ROOT_5)
            .in(e -> new PlainSteps(e) {
                @Override
                protected PlainNode node(PlainContext parent, String name, @Nullable Deadline limit) {
                    PlainNode node = super.node(parent, name, limit);
                    if (parent.parent == null) {
                        topmost(e).add(node);
                    }
                    return node;
                }

                @Override
                protected boolean end(PlainNode top, PlainEnd end) {
                    boolean first = super.end(top, end);
                    List<PlainNode> all = topmost(e);
                    if (all.remove(top)) {
                        List.copyOf(all).stream().filter(n -> n.steps != this).forEach(n -> n.cancel(null));
                    }
                    return first;
                }
            })),
    ROOT_HOLDS_ITS_CHILDREN(bug("The root holds every child until the child ends.", ROOT_6)
            .in(e -> new PlainSteps(e) {
                @Override
                protected Context root() {
                    return super.root().withCancel();
                }
            }));

    private static final Map<Environment, List<PlainNode>> TOPMOST = Collections.synchronizedMap(new WeakHashMap<>());

    private static List<PlainNode> topmost(Environment environment) {
        return TOPMOST.computeIfAbsent(environment, e -> new ArrayList<>());
    }

    @SuppressWarnings("ImmutableEnumChecker")
    private final Mutation mutation;

    RootMutant(Mutation mutation) {
        this.mutation = mutation;
    }

    @Override
    public Mutation mutation() {
        return mutation;
    }
}
