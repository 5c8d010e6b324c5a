package dev.cascata.conformance.trial;

import dev.cascata.conformance.model.Node;
import dev.cascata.conformance.program.ProgramPrinter;
import dev.cascata.conformance.program.Step;
import dev.cascata.conformance.trial.RuleCounts.Finding;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the deadlines that contexts report with the model. */
final class DeadlineChecker {
    /** A deadline more than ten years away counts as the latest one, to which each library rounds in its own way. */
    private static final long TEN_YEARS = 10L * 365 * 24 * 3600 * 1000 * Step.TICK;

    private final Subject subject;
    private final RuleCounts counts;
    /** The contexts whose deadline was read as expected: if it is wrong later, it has changed. */
    private final Set<Integer> seen = new HashSet<>();

    DeadlineChecker(Subject subject, RuleCounts counts) {
        this.subject = subject;
        this.counts = counts;
    }

    void check(Node node) {
        OptionalLong actual = subject.deadline(node.index);
        Long expected = node.deadline;
        boolean ok = counts.check(
                reads(expected, actual),
                DeadlineJustification.of(node, seen.contains(node.index)),
                rule -> new Finding(
                        "deadline of " + node,
                        showTicks(expected),
                        DeadlineJustification.why(node, rule),
                        showNanos(actual)));
        if (ok) {
            seen.add(node.index);
        }
    }

    private boolean reads(@Nullable Long expected, OptionalLong actual) {
        if (expected == null || actual.isEmpty()) {
            return expected == null && actual.isEmpty();
        }
        long nanos = actual.getAsLong();
        if (expected == Step.HUGE || expected == -Step.HUGE) {
            return expected > 0 ? nanos > TEN_YEARS : nanos < -TEN_YEARS;
        }
        return nanos == expected * Step.TICK;
    }

    private static String showTicks(@Nullable Long ticks) {
        return ticks == null ? "none" : "tick " + ProgramPrinter.ticks(ticks);
    }

    private static String showNanos(OptionalLong nanos) {
        if (nanos.isEmpty()) {
            return "none";
        }
        long value = nanos.getAsLong();
        return value % Step.TICK == 0 ? "tick " + value / Step.TICK : value + " ns";
    }
}
