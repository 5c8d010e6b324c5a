package dev.cascata.conformance.trial;

import dev.cascata.conformance.driver.OperationThrew;
import dev.cascata.conformance.kit.EndKind;
import dev.cascata.conformance.program.Step;
import dev.cascata.conformance.rules.Capability;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A library under test while one program runs, as the checkers see it: contexts and callbacks by their numbers. What the
 * library throws leaves as {@link OperationThrew}.
 */
public interface Subject {
    /** One run of a callback object: what it saw of its context, and whether the step that set it off had returned. */
    record Ran(int object, boolean done, boolean err, boolean drained) {}

    /** Does what the step says and nothing that it sets off elsewhere. */
    void apply(Step step);

    /** Runs whatever is due now, and what that sets off. */
    void settle();

    /** No step follows. */
    default void over() {}

    /** Whether what other threads do may still show, so that waiting can make a difference. */
    default boolean live() {
        return true;
    }

    /** The operation that is running, or ran last. */
    String inFlight();

    /** How many operations have been begun. */
    long operations();

    /** What the last cancel or stop answered. */
    boolean answer();

    List<Ran> log();

    int ran();

    int timers();

    boolean done(int context);

    @Nullable
    Object err(int context);

    @Nullable
    EndKind kind(int context);

    @Nullable
    Object cause(int context);

    /** The label of a cause given by a program, or null. */
    @Nullable
    String label(@Nullable Object cause);

    OptionalLong deadline(int context);

    @Nullable
    Object value(int context, int key);

    Object doneObject(int context);

    OptionalInt dependents(int context);

    int attached(int context);

    /** The value of this number. */
    static @Nullable Object value(int number) {
        return number == Step.NULL_VALUE ? null : "v" + number;
    }

    /** Everything that can be read of a context, in a line. */
    default String describe(int context, Set<Capability> declared) {
        StringBuilder line = new StringBuilder("c" + context + (done(context) ? " done" : " live"));
        if (declared.contains(Capability.KINDS) && done(context)) {
            line.append(", ").append(kind(context));
        }
        if (declared.contains(Capability.CAUSES) && done(context)) {
            line.append(", cause ").append(cause(context));
        }
        if (declared.contains(Capability.DEADLINES)) {
            deadline(context)
                    .ifPresent(d -> line.append(", deadline ").append(d).append(" ns"));
        }
        if (declared.contains(Capability.DEPENDENTS)) {
            dependents(context).ifPresent(n -> line.append(", holds ").append(n));
        }
        return line.toString();
    }
}
