package dev.cascata.conformance.mutants;

import static dev.cascata.conformance.mutants.Mutation.bug;
import static dev.cascata.conformance.rules.ErrRule.ERR_2;
import static dev.cascata.conformance.rules.ScaleRule.SCALE_2;
import static dev.cascata.conformance.rules.ValueRule.*;

import dev.cascata.conformance.plain.PlainContext;
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

/** Lookups that find the wrong value, or none. */
public enum ValueMutant implements Mutant {
    OUTERMOST_VALUE(bug("The binding closest to the root wins.", VALUE_1).in(e -> new PlainSteps(e) {
        @Override
        protected boolean binds(PlainContext layer, Key<?> key) {
            return super.binds(layer, key) && TreeQueries.above(layer, l -> l.key == key) == null;
        }
    })),
    KEY_BY_NAME(bug("Keys are compared by their names.", VALUE_2).in(e -> new PlainSteps(e) {
        @Override
        protected boolean binds(PlainContext layer, Key<?> key) {
            return layer.key != null && layer.key.toString().equals(key.toString());
        }
    })),
    NULL_HIDES_NOTHING(bug("A null value reads as not bound (io.grpc.Context).", VALUE_3)
            .in(e -> new PlainSteps(e) {
                @Override
                protected boolean binds(PlainContext layer, Key<?> key) {
                    return super.binds(layer, key) && layer.bound != null;
                }
            })),
    LAST_VALUE_BY_DEFAULT(bug("A lookup of an unbound key finds the value that was last bound anywhere.", VALUE_4)
            .in(e -> new PlainSteps(e) {
                private final Map<Key<?>, Object> last = new HashMap<>();

                @Override
                protected <T> Context bind(PlainContext parent, Key<T> key, @Nullable T value) {
                    if (value != null) {
                        last.put(key, value);
                    }
                    return super.bind(parent, key, value);
                }

                @Override
                @SuppressWarnings("unchecked")
                protected <T> @Nullable T unbound(Key<T> key) {
                    T found = (T) last.get(key);
                    return found == null ? super.unbound(key) : found;
                }
            })),
    LOST_THROUGH_A_DEADLINE(bug("A context with a deadline does not pass a lookup on to its parent.", VALUE_5)
            .in(e -> new PlainSteps(e) {
                @Override
                protected @Nullable Context above(PlainContext layer) {
                    boolean stops = layer instanceof PlainNode node && node.limit != null;
                    return stops ? null : super.above(layer);
                }
            })),
    LEAKS_INTO_THE_PARENT(bug("All layers of a context share one mutable map of values.", VALUE_6)
            .in(e -> new PlainSteps(e) {
                private final Map<Object, PlainContext> newest = new HashMap<>();

                @Override
                protected <T> Context bind(PlainContext parent, Key<T> key, @Nullable T value) {
                    Context layer = super.bind(parent, key, value);
                    newest.put(parent, (PlainContext) layer);
                    return layer;
                }

                @Override
                protected <T> @Nullable T lookUp(PlainContext context, Key<T> key) {
                    PlainContext bound = newest.get(context);
                    return super.lookUp(bound != null && bound.key == key ? bound : context, key);
                }
            })),
    LOST_AFTER_THE_END(bug("The end clears the values, to help the collector.", VALUE_7)
            .in(e -> new PlainSteps(e) {
                @Override
                protected <T> @Nullable T lookUp(PlainContext context, Key<T> key) {
                    return err(context) == null ? super.lookUp(context, key) : null;
                }
            })),
    LAYER_WITHOUT_DEADLINE(bug("A value layer passes on every read except that of the deadline.", VALUE_8)
            .in(e -> new PlainSteps(e) {
                @Override
                protected @Nullable Deadline deadline(PlainContext context) {
                    return TreeQueries.isValue(context) ? null : super.deadline(context);
                }
            })),
    LAYER_KEEPS_AN_ERR(bug("A value layer copies the err when it is made.", ERR_2, VALUE_8)
            .in(e -> new PlainSteps(e) {
                private final Set<Object> bornLive = new HashSet<>();

                @Override
                protected <T> Context bind(PlainContext parent, Key<T> key, @Nullable T value) {
                    Context layer = super.bind(parent, key, value);
                    if (err(parent) == null) {
                        bornLive.add(layer);
                    }
                    return layer;
                }

                @Override
                protected @Nullable ContextException err(PlainContext context) {
                    return bornLive.contains(context) ? null : super.err(context);
                }
            })),
    RECURSIVE_LOOKUP(bug("A lookup calls itself on the parent (golang 47292, terraform-ls 1065).", SCALE_2)
            .in(e -> new PlainSteps(e) {
                @Override
                protected <T> @Nullable T lookUp(PlainContext context, Key<T> key) {
                    return !binds(context, key) && context.parent instanceof PlainContext parent
                            ? lookUp(parent, key)
                            : super.lookUp(context, key);
                }
            }));

    @SuppressWarnings("ImmutableEnumChecker")
    private final Mutation mutation;

    ValueMutant(Mutation mutation) {
        this.mutation = mutation;
    }

    @Override
    public Mutation mutation() {
        return mutation;
    }
}
