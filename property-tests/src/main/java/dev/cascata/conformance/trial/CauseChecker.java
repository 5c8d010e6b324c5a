package dev.cascata.conformance.trial;

import static dev.cascata.conformance.rules.CauseRule.CAUSE_1;
import static dev.cascata.conformance.rules.ErrRule.ERR_4;

import dev.cascata.conformance.kit.EndKind;
import dev.cascata.conformance.model.End;
import dev.cascata.conformance.model.Node;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.trial.RuleCounts.Finding;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares the kind and the cause of contexts with the model. */
final class CauseChecker {
    private final Subject subject;
    private final RuleCounts counts;
    private final Set<End> doubtful = Collections.newSetFromMap(new IdentityHashMap<>());

    CauseChecker(Subject subject, RuleCounts counts) {
        this.subject = subject;
        this.counts = counts;
    }

    void checkKind(Node node, Justification reasons, boolean seen) {
        if (!node.done() || isDoubtful(node)) {
            return;
        }
        EndKind expected = node.allowed().iterator().next().kind;
        EndKind actual = subject.kind(node.index);
        boolean there = counts.check(
                actual != null,
                List.of(ERR_4),
                rule -> new Finding(
                        "kind of " + node,
                        "CANCELLED or DEADLINE_EXCEEDED",
                        reasons.whyDone(node, rule, seen, "keeps its kind")
                                + "; a done context has one of the two kinds",
                        "neither of them"));
        if (!there) {
            return;
        }
        boolean known = counts.check(
                actual == expected,
                reasons.kind(node, seen),
                rule -> new Finding(
                        "kind of " + node,
                        expected.toString(),
                        reasons.whyDone(node, rule, seen, "keeps its kind"),
                        "" + actual));
        if (!known) {
            doubtful.addAll(node.allowed());
        }
    }

    private boolean isDoubtful(Node node) {
        return node.allowed().stream().anyMatch(doubtful::contains);
    }

    void check(Node node, Justification reasons, boolean seen) {
        Object actual = subject.cause(node.index);
        if (!node.done()) {
            counts.check(
                    actual == null,
                    CauseJustification.live(node),
                    rule -> finding(node, "null", reasons.whyLive(node) + ", so it has no cause", show(actual)));
        } else if (!isDoubtful(node)) {
            checkEnded(node, actual, reasons, seen);
        }
    }

    private void checkEnded(Node node, @Nullable Object actual, Justification reasons, boolean seen) {
        if (counts.declares(Capability.DEFAULT_CAUSE)) {
            boolean there = counts.check(
                    actual != null,
                    List.of(CAUSE_1),
                    rule -> finding(
                            node,
                            "a cause",
                            reasons.whyDone(node, rule, seen, "keeps its cause") + "; a done context has a cause",
                            "null"));
            if (!there) {
                return;
            }
        }
        Set<End> possible = node.allowed();
        Set<End> matching =
                possible.stream().filter(e -> matches(node, e, actual)).collect(Collectors.toSet());
        String label = possible.iterator().next().cause;
        boolean known = counts.check(
                !matching.isEmpty(),
                new CauseJustification(reasons).of(node, seen, label, subject.label(actual)),
                rule -> finding(
                        node,
                        EndReason.causes(node, fallback()),
                        reasons.whyCause(node, rule, seen, fallback()),
                        show(actual)));
        if (known) {
            node.saw(matching);
        } else {
            doubtful.addAll(possible);
        }
    }

    private static Finding finding(Node node, String expected, String why, String actual) {
        return new Finding("cause of " + node, expected, why, actual);
    }

    private boolean matches(Node node, End end, @Nullable Object actual) {
        String label = subject.label(actual);
        if (end.cause != null || label != null) {
            return end.cause != null && end.cause.equals(label);
        }
        return !counts.declares(Capability.DEFAULT_CAUSE) || actual == subject.err(node.index);
    }

    private String show(@Nullable Object cause) {
        String label = subject.label(cause);
        return label != null ? "cause " + label : "" + cause;
    }

    /** Returns what the cause is where none was given. */
    private String fallback() {
        return counts.declares(Capability.DEFAULT_CAUSE) ? "the err itself" : "no given cause";
    }
}
