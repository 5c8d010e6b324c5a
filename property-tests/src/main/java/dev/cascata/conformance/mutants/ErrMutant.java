package dev.cascata.conformance.mutants;

import static dev.cascata.conformance.mutants.Mutation.bug;
import static dev.cascata.conformance.rules.ErrRule.*;
import static dev.cascata.conformance.rules.UseRule.USE_1;

import dev.cascata.conformance.plain.PlainContext;
import dev.cascata.conformance.plain.PlainDone;
import dev.cascata.conformance.plain.PlainEnd;
import dev.cascata.conformance.plain.PlainNode;
import dev.cascata.conformance.plain.PlainSteps;
import dev.cascata.context.CancellableContext;
import dev.cascata.context.Context;
import dev.cascata.context.ContextException;
import dev.cascata.context.Deadline;
import dev.cascata.context.Done;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Errs that are visible before the end, disappear, or change. */
public enum ErrMutant implements Mutant {
    ERR_BEFORE_DONE(bug("The err is visible before the context is done (golang 75533).", ERR_1)
            .in(e -> new PlainSteps(e) {
                private @Nullable PlainEnd written;

                @Override
                protected PlainEnd cancelled(@Nullable Throwable cause) {
                    PlainEnd end = super.cancelled(cause);
                    written = end;
                    return end;
                }

                @Override
                protected @Nullable ContextException err(PlainContext context) {
                    return TreeQueries.isLive(context) && written != null ? written.err() : super.err(context);
                }
            })),
    ERR_FORGOTTEN(bug("After a cancel with a cause, the context is done and its err is null (clockwork 100).", ERR_2)
            .in(e -> new PlainSteps(e) {
                @Override
                protected @Nullable ContextException err(PlainContext context) {
                    ContextException err = super.err(context);
                    return err == super.cause(context) ? err : null;
                }
            })),
    ERR_MADE_ANEW(bug("Each read of the err makes a new exception, to get a new stack trace.", ERR_3)
            .in(e -> new PlainSteps(e) {
                @Override
                protected @Nullable ContextException err(PlainContext context) {
                    ContextException err = super.err(context);
                    return err == null ? null : another(err);
                }
            })),
    ERR_READ_ONCE(bug("Only the first read returns the err.", ERR_4, ERR_3).in(e -> new PlainSteps(e) {
        private final Set<Object> read = new HashSet<>();

        @Override
        protected @Nullable ContextException err(PlainContext context) {
            ContextException err = super.err(context);
            return err == null || read.add(context) ? err : null;
        }
    })),
    ERR_BY_THE_CLOCK(bug("Each read derives the kind of the end from the clock.", ERR_5, ERR_3)
            .in(e -> new PlainSteps(e) {
                @Override
                protected @Nullable ContextException err(PlainContext context) {
                    Deadline limit = deadline(context);
                    ContextException err = super.err(context);
                    return err != null && limit != null && limit.isPast() ? ContextException.deadlineExceeded() : err;
                }
            })),
    CANCEL_AS_EXPIRY(bug("A cancel of a context with a deadline shows deadline exceeded.", ERR_5)
            .in(e -> new PlainSteps(e) {
                @Override
                protected boolean cancel(PlainNode node, @Nullable Throwable cause) {
                    return node.limit == null ? super.cancel(node, cause) : end(node, expired(cause));
                }
            })),
    MIXED_PAIR(bug("A cancel under a parent's deadline shows the cause of that deadline.", ERR_6)
            .in(e -> new CauseOfDeadline(e) {
                @Override
                protected boolean cancel(PlainNode node, @Nullable Throwable cause) {
                    PlainContext timed = TreeQueries.above(node, causes::containsKey);
                    boolean below = timed != null && node.limit != null;
                    return super.cancel(node, below ? causes.get(timed) : cause);
                }
            })),
    READING_ENDS(bug(
                    "A read ends a context that has a deadline (io.grpc.Context checks the deadline in a read).", USE_1)
            .in(e -> new PlainSteps(e) {
                @Override
                protected @Nullable Throwable cause(PlainContext context) {
                    if (context instanceof PlainNode node && node.limit != null) {
                        end(node, expired(null));
                    }
                    return super.cause(context);
                }
            })),
    DONE_MADE_ANEW(bug("Each read of done makes a new object, so two reads cannot be compared.", ERR_8)
            .in(e -> new PlainSteps(e) {
                @Override
                @SuppressWarnings("ReferenceEquality")
                protected Done done(PlainContext context) {
                    return super.done(context) instanceof PlainDone done
                            ? new PlainDone(done.owner())
                            : super.done(context);
                }
            }));

    /** Returns another exception of the same kind. */
    private static ContextException another(ContextException err) {
        CancellableContext ended = err instanceof ContextException.Cancelled
                ? Context.background().withCancel()
                : Context.background().withTimeout(Duration.ZERO);
        ended.cancel();
        try {
            ended.throwIfDone();
            return err;
        } catch (ContextException fresh) {
            return fresh;
        }
    }

    @SuppressWarnings("ImmutableEnumChecker")
    private final Mutation mutation;

    ErrMutant(Mutation mutation) {
        this.mutation = mutation;
    }

    @Override
    public Mutation mutation() {
        return mutation;
    }
}
