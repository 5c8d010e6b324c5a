package dev.cascata.stress.races;

import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.kit.EndKind;
import dev.cascata.conformance.kit.ForeignShape;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.context.Registration;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The contexts of one sample, on virtual time, and the words for an outcome. An end is named by its cause: {@code a}
 * and {@code b} for the two cancels, {@code p} and {@code e} for the deadlines of parent and child. A context without
 * an end is {@code live}; {@code mixed} means that err and cause belong to two ends.
 */
public abstract class Tree {
    static final ContextKit<Object> KIT = KitUnderTest.kit();
    static final Object A = KIT.newCause("a");
    static final Object B = KIT.newCause("b");
    static final Object P = KIT.newCause("p");
    static final Object E = KIT.newCause("e");

    /** The instant of every deadline. */
    static final long TICK = 1;

    private static final boolean KINDS = KIT.capabilities().contains(Capability.KINDS);
    private static final boolean LAZY = KIT.capabilities().contains(Capability.LAZY);

    /** How long {@link #soon} waits for another thread, in nanoseconds. */
    static final long PATIENCE =
            TimeUnit.MILLISECONDS.toNanos(Integer.getInteger(KitUnderTest.PATIENCE, KitUnderTest.PATIENCE_MILLIS));

    private static volatile boolean impatient;

    private final ManualEnvironment time = new ManualEnvironment();
    final Object root = KIT.background(time.environment);

    final Object child(Object parent) {
        return KIT.withCancel(parent, time.environment);
    }

    final Object[] children(Object parent, int number) {
        Object[] children = new Object[number];
        Arrays.setAll(children, i -> child(parent));
        return children;
    }

    final Object timed(Object parent, Object cause) {
        return KIT.withDeadline(parent, TICK, cause, time.environment);
    }

    final Object merged(Object... parents) {
        return KIT.merge(List.of(parents), time.environment);
    }

    final Object bound(Object parent, Object key, Object value) {
        return KIT.withValue(parent, key, value, time.environment);
    }

    final Object foreign(Object inner, ForeignShape shape) {
        return KIT.foreign(inner, shape);
    }

    final Registration afterFunc(Object context, Runnable callback) {
        return KIT.afterFunc(context, callback, time.environment);
    }

    final Registration count(Object context, AtomicInteger runs) {
        return afterFunc(context, runs::incrementAndGet);
    }

    /** Waits on a thread that is never interrupted. */
    static boolean await(Object context, Duration limit) {
        try {
            return KIT.await(context, limit);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Runs the task of the timer that was started as the given one. Returns false if it is missing, cancelled or done.
     */
    final boolean fire(int number) {
        return time.fire(number);
    }

    final long deadline(Object context) {
        return KIT.deadline(context, time.environment).orElse(-1);
    }

    /** Waits for the callbacks that the library runs on its own executors. */
    final void settle() {
        KIT.settle(time.environment);
    }

    final String timers() {
        return time.scheduled() == 0 ? "no timer" : "a timer left";
    }

    /** Returns the number of dependents. A context of a LAZY kit may report fewer than it has. */
    static int dependents(Object context, int actual) {
        int reported = KIT.dependents(context).orElse(0);
        return LAZY && reported < actual ? actual : reported;
    }

    static String won(boolean result) {
        return result ? "won" : "lost";
    }

    static String stopped(boolean result) {
        return result ? "stopped" : "late";
    }

    static String ran(AtomicInteger runs) {
        return switch (runs.get()) {
            case 0 -> "never ran";
            case 1 -> "ran once";
            default -> "ran twice";
        };
    }

    /** Returns the name of the end of the context. */
    static String end(Object context) {
        return KIT.done(context) ? end(KINDS ? KIT.kind(context) : null, KIT.cause(context)) : "live";
    }

    /** Returns the name of the end that both contexts show. */
    static String end(Object first, Object second) {
        String end = end(first);
        return end.equals(end(second)) ? end : "they disagree";
    }

    private static String end(@Nullable EndKind kind, @Nullable Object cause) {
        if (cause == A || cause == B) {
            return kind == EndKind.DEADLINE_EXCEEDED ? "mixed" : cause == A ? "a" : "b";
        } else if (cause == P || cause == E) {
            return kind == EndKind.CANCELLED ? "mixed" : cause == P ? "p" : "e";
        }
        return cause == null ? "no cause" : "another cause";
    }

    /** Returns complete if all of the contexts are done. */
    static String complete(Object... contexts) {
        for (Object context : contexts) {
            if (!KIT.done(context)) {
                return "incomplete";
            }
        }
        return "complete";
    }

    /**
     * Waits until the condition holds. Returns false if it does not hold in time. All later calls then check only once.
     */
    static boolean soon(BooleanSupplier condition) {
        long from = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - from > PATIENCE || impatient) {
                impatient = true;
                return false;
            }
            Thread.onSpinWait();
        }
        return true;
    }
}
