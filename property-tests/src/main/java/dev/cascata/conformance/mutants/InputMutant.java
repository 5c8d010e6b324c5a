package dev.cascata.conformance.mutants;

import static dev.cascata.conformance.mutants.Mutation.bug;
import static dev.cascata.conformance.rules.CallbackRule.*;
import static dev.cascata.conformance.rules.CauseRule.*;
import static dev.cascata.conformance.rules.ForeignRule.*;
import static dev.cascata.conformance.rules.ValueRule.*;

import dev.cascata.conformance.plain.PlainContext;
import dev.cascata.conformance.plain.PlainEnd;
import dev.cascata.conformance.plain.PlainNode;
import dev.cascata.conformance.plain.PlainSteps;
import dev.cascata.context.Context;
import dev.cascata.context.ContextException;
import dev.cascata.context.Done;
import dev.cascata.context.Key;
import dev.cascata.context.Registration;
import org.jspecify.annotations.Nullable;

/** Contexts that mishandle a null, a foreign parent, or a cause that they are given. */
public enum InputMutant implements Mutant {
    NULL_KEY_BOUND(bug("A null key is ignored instead of refused.", VALUE_9).in(e -> new PlainSteps(e) {
        @Override
        protected <T> Context bind(PlainContext parent, Key<T> key, @Nullable T value) {
            return key == null ? parent : super.bind(parent, key, value);
        }
    })),
    NULL_CALLBACK_TAKEN(bug("A null callback is accepted, and fails only when it runs (Go).", CALLBACK_21)
            .in(e -> new PlainSteps(e) {
                @Override
                protected Registration register(PlainContext context, Runnable task) {
                    return super.register(context, task == null ? () -> {} : task);
                }
            })),
    NULL_CALLBACK_LINKED(bug("A null callback is refused only after it was linked.", CALLBACK_21)
            .in(e -> new PlainSteps(e) {
                @Override
                protected Registration register(PlainContext context, Runnable task) {
                    if (task == null) {
                        super.register(context, () -> {});
                    }
                    return super.register(context, task);
                }
            })),
    NULL_ERR_NOT_EXPLAINED(bug(
                    "The null err of a foreign parent that is done is not named in the cause (golang 48144).",
                    FOREIGN_8)
            .in(e -> new PlainSteps(e) {
                @Override
                protected PlainEnd foreignEnd(Context foreign) {
                    return foreign.err() == null ? cancelled(null) : super.foreignEnd(foreign);
                }
            })),
    HOOK_THAT_FIRES_AT_ONCE_LOST(bug(
                    "A hook that calls back during its registration does not end the child (golang's rule 116).",
                    FOREIGN_10)
            .in(e -> new PlainSteps(e) {
                @Override
                protected void follow(Context foreign, Done done, PlainNode node) {
                    if (!hasHook(foreign) || done.isDone()) {
                        super.follow(foreign, done, node);
                        return;
                    }
                    boolean[] registered = new boolean[1];
                    Registration registration = foreign.afterFunc(() -> {
                        if (registered[0]) {
                            end(node, foreignEnd(foreign));
                        }
                    });
                    registered[0] = true;
                    keep(node, registration::stop);
                }
            })),
    CAUSE_DECIDES_THE_KIND(bug("The kind of an end is derived from the cause (golang 79501).", CAUSE_14)
            .in(e -> new PlainSteps(e) {
                @Override
                protected PlainEnd endOf(ContextException err, @Nullable Throwable cause) {
                    return super.endOf(cause instanceof ContextException.DeadlineExceeded kind ? kind : err, cause);
                }
            }));

    @SuppressWarnings("ImmutableEnumChecker")
    private final Mutation mutation;

    InputMutant(Mutation mutation) {
        this.mutation = mutation;
    }

    @Override
    public Mutation mutation() {
        return mutation;
    }
}
