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
 * How the suite drives one library: you write a class that implements this interface.
 *
 * <p><b>The class.</b> It is public and has a public constructor without parameters. It has no state. Each method is one
 * call of the library, on the library's own type. Do not build what the library lacks: the suite would then judge the
 * kit. It must not write to standard output, which belongs to the report.
 *
 * <p><b>Which methods.</b> Always implement {@link #name}, {@link #capabilities} and the abstract methods of this
 * interface. Declare in {@code capabilities} what the library documents, and implement the methods that each capability
 * needs. The suite never calls the other methods. Rules that need an undeclared capability are reported as NOT-APPLICABLE.
 * The {@linkplain dev.cascata.conformance.kit page of the package} has a table of these methods, and says what is true of
 * all methods: time, null, exceptions, threads.
 *
 * @param <C> the context type of the library
 */
@SuppressWarnings("exports") // Nullable: see module-info.
public interface ContextKit<C> extends Kit {

    /** Makes a root: a context without a parent that never ends. Each call returns a new one. */
    C background(Environment environment);

    /** Derives a context that can be cancelled. It ends with its parent. */
    C withCancel(C parent, Environment environment);

    /**
     * Cancels the context, without a cause.
     *
     * @return whether this call ended the context; ignored without {@link Capability#CANCEL_RESULT}
     */
    boolean cancel(C context);

    /** Returns whether the context is done. Must not block. */
    boolean done(C context);

    /**
     * Cancels the context with a cause. Needed for {@link Capability#CAUSES}.
     *
     * @param cause an object made by {@link #newCause}, an exception, or null if the cause is given as null
     * @return whether this call ended the context; ignored without {@link Capability#CANCEL_RESULT}
     */
    default boolean cancel(C context, @Nullable Object cause) {
        throw unsupported("cancel with a cause");
    }

    /**
     * Derives a context that expires at a moment. Needed for {@link Capability#DEADLINES}.
     *
     * @param nanos the moment, in nanoseconds on the clock of the environment; may be past. {@link Long#MAX_VALUE} and
     *     {@link Long#MIN_VALUE} are used only with {@link Capability#HUGE_DURATIONS}
     * @param cause the cause of the expiry; null if none is given, always null without {@link
     *     Capability#DEADLINE_CAUSES}
     */
    default C withDeadline(C parent, long nanos, @Nullable Object cause, Environment environment) {
        throw unsupported("withDeadline");
    }

    /**
     * Derives a context that expires after a time. Needed for {@link Capability#DEADLINES}.
     *
     * @param timeout the time from now; may be zero or negative. The longest and the shortest duration are used only with
     *     {@link Capability#HUGE_DURATIONS}
     * @param cause the cause of the expiry; null if none is given, always null without {@link
     *     Capability#DEADLINE_CAUSES}
     */
    default C withTimeout(C parent, Duration timeout, @Nullable Object cause, Environment environment) {
        throw unsupported("withTimeout");
    }

    /**
     * Derives a context in which a key is bound to a value. Needed for {@link Capability#VALUES}.
     *
     * @param key a key made by {@link #newKey}; one check passes null and expects an exception
     * @param value a string, or null
     */
    default C withValue(C parent, Object key, @Nullable Object value, Environment environment) {
        throw unsupported("withValue");
    }

    /** Derives a context that keeps the values and does not end with its parent. Needed for {@link Capability#DETACH}. */
    default C withoutCancel(C parent, Environment environment) {
        throw unsupported("withoutCancel");
    }

    /**
     * Derives a context that ends when the first of its parents ends. Needed for {@link Capability#MERGE}.
     *
     * @param parents one context or more; a context may occur twice
     */
    default C merge(List<C> parents, Environment environment) {
        throw unsupported("merge");
    }

    /**
     * Runs a task on the calling thread, and interrupts that thread if the context ends meanwhile. Needed for {@link
     * Capability#INTERRUPT_BRIDGE}.
     *
     * @return what the task returns
     * @throws Exception what the task throws, or what the library throws in its place after the end of the context
     */
    default <T extends @Nullable Object> T call(C context, Callable<T> task) throws Exception {
        throw unsupported("call");
    }

    /**
     * Binds a future to the context, so that the end of the context cancels it. Needed for {@link Capability#FUTURES}.
     *
     * @return the registration, whose {@code stop} unbinds the future; the result of {@code stop} is ignored without
     *     {@link Capability#STOP_RESULT}
     */
    default Registration cancelOnDone(C context, Future<?> future, Environment environment) {
        throw unsupported("cancelOnDone");
    }

    /**
     * Makes a foreign context: another implementation of the context interface, around {@code inner}. The suite derives
     * from it through the library. Needed for {@link Capability#FOREIGN_PARENTS}.
     *
     * @param shape how the foreign context shows its end
     */
    default C foreign(C inner, ForeignShape shape) {
        throw unsupported("foreign");
    }

    /**
     * Makes a foreign context that misbehaves in one way. Needed for {@link Capability#FOREIGN_PARENTS}.
     *
     * @param quirk the way in which it misbehaves
     */
    default C foreign(C inner, ForeignQuirk quirk) {
        throw unsupported("foreign, " + quirk);
    }

    /**
     * Registers a callback that runs when the context ends, or at once if the context is done. Needed for {@link
     * Capability#CALLBACKS}. Pass {@code callback} itself to the library, not a wrapper, because the suite registers one
     * object several times. One check passes null and expects an exception.
     *
     * @return the registration, whose {@code stop} unregisters the callback; the result of {@code stop} is ignored
     *     without {@link Capability#STOP_RESULT}
     */
    default Registration afterFunc(C context, Runnable callback, Environment environment) {
        throw unsupported("afterFunc");
    }

    /**
     * Returns the error object of a done context, and null for a live one. The suite compares it by identity. The default
     * fits a library without error objects: one object stands for done.
     */
    default @Nullable Object err(C context) {
        return done(context) ? Boolean.TRUE : null;
    }

    /** Returns how a done context ended, and null for a live one. Needed for {@link Capability#KINDS}. */
    default @Nullable EndKind kind(C context) {
        throw unsupported("kind");
    }

    /**
     * Returns the cause of a done context, and null if it is live or has no cause. The suite compares it by identity with
     * the causes that it passed, and with {@link #err}. Needed for {@link Capability#CAUSES}.
     */
    default @Nullable Object cause(C context) {
        throw unsupported("cause");
    }

    /** Returns the deadline, in nanoseconds on the clock of the environment; empty if the context has none. */
    default OptionalLong deadline(C context, Environment environment) {
        throw unsupported("deadline");
    }

    /** Returns the value of a key, and null if there is none. Needed for {@link Capability#VALUES}. */
    default @Nullable Object value(C context, Object key) {
        throw unsupported("value");
    }

    /** Returns the object in which the library shows the end of the context. The suite compares it by identity. */
    default Object doneObject(C context) {
        throw unsupported("doneObject");
    }

    /** Returns how many live children and registered callbacks the context itself has; empty if it cannot report it. */
    default OptionalInt dependents(C context) {
        throw unsupported("dependents");
    }

    /**
     * Returns how many callbacks are registered with a foreign context, plus how many threads wait for its end. Needed
     * for {@link Capability#FOREIGN_PARENTS}.
     *
     * @param foreign a context made by {@link #foreign(Object, ForeignShape)}
     */
    default int attached(C foreign) {
        throw unsupported("attached");
    }

    /**
     * Blocks until the context is done. Needed for {@link Capability#BLOCKING_WAIT}.
     *
     * @throws InterruptedException if the thread is or was interrupted
     */
    default void await(C context) throws InterruptedException {
        throw unsupported("await");
    }

    /**
     * Blocks until the context is done or the limit has passed. Needed for {@link Capability#BLOCKING_WAIT} together with
     * {@link Capability#VIRTUAL_TIME}.
     *
     * @param limit the longest time to wait, on the clock of the environment; may be zero or negative
     * @return whether the context is done
     * @throws InterruptedException if the thread is or was interrupted
     */
    default boolean await(C context, Duration limit) throws InterruptedException {
        throw unsupported("timed await");
    }

    /** Makes a cause. Each call returns a new object, whose printed form shows the label. */
    default Object newCause(String label) {
        return new Exception(label);
    }

    /** Makes a key. Each call returns a new key that differs from all others, even from keys of the same name. */
    default Object newKey(String name) {
        throw unsupported("newKey");
    }

    /**
     * Returns when everything has run that is due on executors of the library's own. The suite runs the executor of the
     * environment itself, so the default does nothing.
     */
    default void settle(Environment environment) {}

    private static UnsupportedOperationException unsupported(String operation) {
        return new UnsupportedOperationException(operation);
    }
}
