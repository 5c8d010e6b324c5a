package dev.cascata.conformance.kit;

import dev.cascata.conformance.rules.Capability;
import dev.cascata.context.Environment;
import dev.cascata.context.Registration;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The port: how the suite drives a library. One line a method, over the library's own type; no state of the kit's own,
 * no wrapper objects, no tables. A public class with a public constructor without arguments.
 *
 * <p>Implement the abstract methods and those that belong to the declared capabilities; the others are never called.
 * Times are nanoseconds on the environment's clock. {@code environment} is the same object throughout a program; a
 * library that carries its clock, timers and executor in the root can leave it alone everywhere else.
 *
 * @param <C> the library's context
 */
public interface ContextKit<C> extends Kit {

    /** A new root that never ends. */
    C background(Environment environment);

    C withCancel(C parent, Environment environment);

    /** Ends the context; true if this call did. Without {@link Capability#CANCEL_RESULT} the answer is not read. */
    boolean cancel(C context);

    boolean done(C context);

    /** Ends the context with a cause made by {@link #newCause}, or with an explicit null. */
    default boolean cancel(C context, @Nullable Object cause) {
        throw unsupported("cancel with a cause");
    }

    default C withDeadline(C parent, long nanos, @Nullable Object cause, Environment environment) {
        throw unsupported("withDeadline");
    }

    default C withTimeout(C parent, Duration timeout, @Nullable Object cause, Environment environment) {
        throw unsupported("withTimeout");
    }

    default C withValue(C parent, Object key, @Nullable Object value, Environment environment) {
        throw unsupported("withValue");
    }

    default C withoutCancel(C parent, Environment environment) {
        throw unsupported("withoutCancel");
    }

    /** A context that ends when the first of several does. */
    default C merge(List<C> parents, Environment environment) {
        throw unsupported("merge");
    }

    /** Runs a task on this thread, and interrupts it when the context ends. */
    default <T extends @Nullable Object> T call(C context, Callable<T> task) throws Exception {
        throw unsupported("call");
    }

    /** Cancels a future when the context ends; without {@link Capability#STOP_RESULT} the handle's answer is not read. */
    default Registration cancelOnDone(C context, Future<?> future, Environment environment) {
        throw unsupported("cancelOnDone");
    }

    /** Somebody else's context around {@code inner}, for the library to derive from. */
    default C foreign(C inner, ForeignShape shape) {
        throw unsupported("foreign");
    }

    /** Somebody else's context around {@code inner} that behaves as nobody would wish. */
    default C foreign(C inner, ForeignQuirk quirk) {
        throw unsupported("foreign, " + quirk);
    }

    /** Registers a callback; without {@link Capability#STOP_RESULT} the answer of the handle is not read. */
    default Registration afterFunc(C context, Runnable callback, Environment environment) {
        throw unsupported("afterFunc");
    }

    /** What the library shows as the error of an ended context, compared by identity; null while it lives. */
    default @Nullable Object err(C context) {
        return done(context) ? Boolean.TRUE : null;
    }

    default @Nullable EndKind kind(C context) {
        throw unsupported("kind");
    }

    /** The cause of an ended context, compared by identity with those given; null if there is none. */
    default @Nullable Object cause(C context) {
        throw unsupported("cause");
    }

    default OptionalLong deadline(C context, Environment environment) {
        throw unsupported("deadline");
    }

    default @Nullable Object value(C context, Object key) {
        throw unsupported("value");
    }

    /** The library's own object for the end of a context, compared by identity. */
    default Object doneObject(C context) {
        throw unsupported("doneObject");
    }

    /** How many live children and callbacks the context holds itself; empty if it is of a kind that cannot tell. */
    default OptionalInt dependents(C context) {
        throw unsupported("dependents");
    }

    /** How many callbacks are registered with, or threads wait in, a context made by {@link #foreign}. */
    default int attached(C foreign) {
        throw unsupported("attached");
    }

    /** Waits for the end of the context. */
    default void await(C context) throws InterruptedException {
        throw unsupported("await");
    }

    /** Waits for the end at most for {@code limit} on the environment's clock; true if the context has ended. */
    default boolean await(C context, Duration limit) throws InterruptedException {
        throw unsupported("timed await");
    }

    /** A new cause, recognisable by its label. */
    default Object newCause(String label) {
        return new Exception(label);
    }

    /** A new key, different from all others whatever its name. */
    default Object newKey(String name) {
        throw unsupported("newKey");
    }

    /** Runs whatever the library would run by now on an executor of its own; the environment's is run by the suite. */
    default void settle(Environment environment) {}

    private static UnsupportedOperationException unsupported(String operation) {
        return new UnsupportedOperationException(operation);
    }
}
