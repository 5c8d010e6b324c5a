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
    /**
     * One run of a callback object: what it read of its context, and whether the step that triggered it had returned.
     */
    record Ran(int object, boolean done, boolean err, boolean drained) {}

    /** Does what the step says and nothing that it causes elsewhere. */
    void apply(Step step);

    /** Runs the tasks that are due, and those that they trigger. */
    void settle();

    /** Notes that no step follows. */
    default void over() {}

    /** Whether other threads may still change what is read, so that waiting makes sense. */
    default boolean live() {
        return true;
    }

    /** Returns the operation that is running or ran last. */
    String inFlight();

    /** Returns the number of operations begun so far. */
    long operations();

    /** Returns the result of the last cancel or stop. */
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

    /** Returns the label of a cause that a program gave, or null. */
    @Nullable
    String label(@Nullable Object cause);

    OptionalLong deadline(int context);

    @Nullable
    Object value(int context, int key);

    Object doneObject(int context);

    OptionalInt dependents(int context);

    int attached(int context);

    /** Returns the value of this number. */
    static @Nullable Object value(int number) {
        return number == Step.NULL_VALUE ? null : "v" + number;
    }

    /** Returns everything that can be read of a context, in one line. */
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
            dependents(context).ifPresent(n -> line.append(", dependents ").append(n));
        }
        return line.toString();
    }
}
