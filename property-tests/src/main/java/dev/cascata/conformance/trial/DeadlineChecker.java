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
    /** Nobody waits for a deadline so many years away, whatever the library rounds the farthest one to. */
    private static final long YEARS = 10L * 365 * 24 * 3600 * 1000 * Step.TICK;

    private final Subject subject;
    private final RuleCounts counts;
    /** The contexts whose deadline was once as expected, so that a wrong one has changed. */
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
            return expected > 0 ? nanos > YEARS : nanos < -YEARS;
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
