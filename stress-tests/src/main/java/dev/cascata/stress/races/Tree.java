package dev.cascata.stress.races;

import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.kit.EndKind;
import dev.cascata.conformance.kit.ForeignShape;
import dev.cascata.conformance.kit.Stop;
import dev.cascata.conformance.rules.Capability;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The root of one sample, in an environment made by hand, and the words in which an outcome is told. What an end is
 * called: {@code a} and {@code b} after the causes of the two cancels, {@code p} and {@code e} after those of the
 * deadlines of parent and child, {@code live} if there is none, {@code mixed} if err and cause belong to two ends.
 */
public abstract class Tree {
    static final ContextKit<Object> KIT = Chosen.kit();
    static final Object A = KIT.newCause("a");
    static final Object B = KIT.newCause("b");
    static final Object P = KIT.newCause("p");
    static final Object E = KIT.newCause("e");

    /** The instant of every deadline. */
    static final long TICK = 1;

    private static final boolean KINDS = KIT.capabilities().contains(Capability.KINDS);
    private static final boolean LAZY = KIT.capabilities().contains(Capability.LAZY);

    /** How long a thread may need to do what nothing keeps it from doing, in nanoseconds. */
    static final long PATIENCE =
            TimeUnit.MILLISECONDS.toNanos(Integer.getInteger(Chosen.PATIENCE, Chosen.PATIENT_MILLIS));

    private static volatile boolean impatient;

    private final Hand hand = new Hand();
    final Object root = KIT.background(hand.environment);

    final Object child(Object parent) {
        return KIT.withCancel(parent, hand.environment);
    }

    final Object[] children(Object parent, int number) {
        Object[] children = new Object[number];
        Arrays.setAll(children, i -> child(parent));
        return children;
    }

    final Object timed(Object parent, Object cause) {
        return KIT.withDeadline(parent, TICK, cause, hand.environment);
    }

    final Object merged(Object... parents) {
        return KIT.merge(List.of(parents), hand.environment);
    }

    final Object bound(Object parent, Object key, Object value) {
        return KIT.withValue(parent, key, value, hand.environment);
    }

    final Object foreign(Object inner, ForeignShape shape) {
        return KIT.foreign(inner, shape);
    }

    final Stop listen(Object context, Runnable callback) {
        return KIT.listen(context, callback, hand.environment);
    }

    final Stop count(Object context, AtomicInteger runs) {
        return listen(context, runs::incrementAndGet);
    }

    /** Waits on a thread that nobody interrupts. */
    static boolean await(Object context, Duration limit) {
        try {
            return KIT.await(context, limit);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs the task of the timer that was started as the given one; false if there is none, or no longer. */
    final boolean fire(int number) {
        return hand.fire(number);
    }

    final long deadline(Object context) {
        return KIT.deadline(context, hand.environment).orElse(-1);
    }

    /** Lets the library run what it runs on executors of its own. */
    final void settle() {
        KIT.settle(hand.environment);
    }

    final String timers() {
        return hand.waiting() == 0 ? "no timer" : "a timer left";
    }

    /** How many the context holds. Where children find out for themselves it may hold fewer than it has. */
    static int held(Object context, int has) {
        int held = KIT.held(context).orElse(0);
        return LAZY && held < has ? has : held;
    }

    static String won(boolean answer) {
        return answer ? "won" : "lost";
    }

    static String stopped(boolean answer) {
        return answer ? "stopped" : "late";
    }

    static String ran(AtomicInteger runs) {
        return switch (runs.get()) {
            case 0 -> "never ran";
            case 1 -> "ran once";
            default -> "ran twice";
        };
    }

    /** What ended the context. */
    static String end(Object context) {
        return KIT.done(context) ? end(KINDS ? KIT.kind(context) : null, KIT.cause(context)) : "live";
    }

    /** What ended all of the contexts. */
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

    /** Whether all of the contexts are done. */
    static String complete(Object... contexts) {
        for (Object context : contexts) {
            if (!KIT.done(context)) {
                return "incomplete";
            }
        }
        return "complete";
    }

    /** True once the condition holds; false if it does not come to hold although nothing keeps it from it. */
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
