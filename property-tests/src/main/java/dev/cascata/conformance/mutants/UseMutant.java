package dev.cascata.conformance.mutants;

import static dev.cascata.conformance.mutants.Mutation.bug;
import static dev.cascata.conformance.rules.UseRule.*;

import dev.cascata.conformance.plain.Guard;
import dev.cascata.conformance.plain.PlainCallback;
import dev.cascata.conformance.plain.PlainContext;
import dev.cascata.conformance.plain.PlainNode;
import dev.cascata.conformance.plain.PlainSteps;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Operations that throw, hang, or have side effects. */
public enum UseMutant implements Mutant {
    SECOND_CANCEL_THROWS(bug("A cancel of an ended context throws.", USE_7).in(e -> new PlainSteps(e) {
        @Override
        protected boolean cancel(PlainNode node, @Nullable Throwable cause) {
            if (!super.cancel(node, cause)) {
                throw new IllegalStateException("already ended");
            }
            return true;
        }
    })),
    LATE_STOP_WAITS(bug("A stop never returns if the callback has already run (dotnet 43438, stdexec 1889).", USE_8)
            .in(e -> new PlainSteps(e) {
                @Override
                protected boolean stopCallback(PlainCallback callback) {
                    boolean inTime = super.stopCallback(callback);
                    while (!inTime && !Thread.currentThread().isInterrupted()) {
                        LockSupport.park(callback);
                    }
                    return inTime;
                }
            })),
    READS_RUN_CALLBACKS(bug("Callbacks run only when the cause is read (io.grpc.Context's isCancelled).", USE_1)
            .in(e -> new PlainSteps(e) {
                private final List<PlainCallback> waiting = new ArrayList<>();

                @Override
                protected void dispatch(PlainCallback callback) {
                    waiting.add(callback);
                }

                @Override
                protected @Nullable Throwable cause(PlainContext context) {
                    List<PlainCallback> due = List.copyOf(waiting);
                    waiting.clear();
                    due.forEach(c -> Guard.run(c.task));
                    return super.cause(context);
                }
            }));

    @SuppressWarnings("ImmutableEnumChecker")
    private final Mutation mutation;

    UseMutant(Mutation mutation) {
        this.mutation = mutation;
    }

    @Override
    public Mutation mutation() {
        return mutation;
    }
}
