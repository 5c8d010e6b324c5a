package dev.cascata.conformance.program;

import dev.cascata.conformance.program.Step.Derive;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints the steps of one program, one after the other, and numbers the contexts and callbacks that they make. */
public final class ProgramPrinter {
    private final List<Integer> contextOfCallback = new ArrayList<>();
    private int contexts = 1;

    String print(Step step) {
        if (step instanceof Derive derive) {
            return made(derive.count()) + " = " + derivation(derive);
        } else if (step instanceof Step.Background) {
            return made(1) + " = background";
        } else if (step instanceof Step.Cancel cancel) {
            return "cancel c" + cancel.context() + cause(cancel.cause());
        } else if (step instanceof Step.AfterFunc afterFunc) {
            contextOfCallback.add(afterFunc.context());
            return "f" + (contextOfCallback.size() - 1) + " = afterFunc c" + afterFunc.context();
        } else if (step instanceof Step.AfterFuncAgain again) {
            return again(again.callback());
        } else if (step instanceof Step.StopCallback stop) {
            return "stop f" + stop.callback();
        } else if (step instanceof Step.Advance advance) {
            return "advance " + advance.ticks();
        }
        throw new AssertionError(step);
    }

    private String again(int callback) {
        int context = contextOfCallback.get(callback);
        contextOfCallback.add(context);
        return "f" + (contextOfCallback.size() - 1) + " = afterFunc c" + context + " as f" + callback;
    }

    private String made(int count) {
        int first = contexts;
        contexts += count;
        return count == 1 ? "c" + first : "c" + first + "..c" + (contexts - 1);
    }

    private static String derivation(Derive step) {
        String parent = "c" + step.parent();
        if (step instanceof Step.WithCancel) {
            return "withCancel " + parent;
        } else if (step instanceof Step.WithDeadline deadline) {
            return "withDeadline " + parent + " " + ticks(deadline.at()) + cause(deadline.cause());
        } else if (step instanceof Step.WithTimeout timeout) {
            return "withTimeout " + parent + " " + ticks(timeout.ticks()) + cause(timeout.cause());
        } else if (step instanceof Step.WithValue value) {
            return "withValue " + parent + " k" + value.key() + " " + value(value.value());
        } else if (step instanceof Step.WithoutCancel) {
            return "withoutCancel " + parent;
        } else if (step instanceof Step.Foreign foreign) {
            return "foreign " + parent + " " + foreign.shape().name().toLowerCase(Locale.ROOT);
        }
        if (step instanceof Step.Merge merge) {
            return "merge c" + merge.parents().stream().map(String::valueOf).collect(Collectors.joining(" c"));
        }
        String name = step instanceof Step.Fan ? "fan" : step instanceof Step.Chain ? "chain" : "layers";
        return name + " " + step.count() + " " + parent;
    }

    public static String ticks(long ticks) {
        return ticks == Step.HUGE ? "huge" : ticks == -Step.HUGE ? "-huge" : Long.toString(ticks);
    }

    static String value(int value) {
        return value == Step.NULL_VALUE ? "null" : "v" + value;
    }

    private static String cause(@Nullable String cause) {
        return cause == null ? "" : " cause " + cause;
    }
}
