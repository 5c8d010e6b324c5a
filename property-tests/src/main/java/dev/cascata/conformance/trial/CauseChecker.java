package dev.cascata.conformance.trial;

import static dev.cascata.conformance.rules.CauseRule.CAUSE_1;
import static dev.cascata.conformance.rules.DetachRule.DETACH_1;
import static dev.cascata.conformance.rules.ErrRule.ERR_4;
import static dev.cascata.conformance.rules.RootRule.ROOT_2;

import dev.cascata.conformance.kit.EndKind;
import dev.cascata.conformance.model.End;
import dev.cascata.conformance.model.Model;
import dev.cascata.conformance.model.Node;
import dev.cascata.conformance.model.Node.Form;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.trial.RuleCounts.Finding;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares the kind and the cause of contexts with the model. */
final class CauseChecker {
    private final Model model;
    private final Subject subject;
    private final RuleCounts ledger;
    private final Set<End> doubtful = Collections.newSetFromMap(new IdentityHashMap<>());

    CauseChecker(Model model, Subject subject, RuleCounts ledger) {
        this.model = model;
        this.subject = subject;
        this.ledger = ledger;
    }

    void checkKind(Node node, Justification grounds, boolean seen) {
        if (!node.ended() || node.allowed().stream().anyMatch(doubtful::contains)) {
            return;
        }
        EndKind expected = node.allowed().iterator().next().kind;
        EndKind actual = subject.kind(node.index);
        if (!ledger.check(
                actual != null, List.of(ERR_4), () -> finding("kind", node, "one of the two", "neither of them"))) {
            return;
        }
        boolean known = ledger.check(
                actual == expected,
                grounds.kind(node, seen),
                () -> finding("kind", node, expected.toString(), "" + actual));
        if (!known) {
            doubtful.addAll(node.allowed());
        }
    }

    void check(Node node, Justification grounds, boolean seen) {
        Object actual = subject.cause(node.index);
        if (!node.ended()) {
            List<Rule> rules =
                    node.form == Form.ROOT ? List.of(ROOT_2) : node.endless() ? List.of(DETACH_1) : List.of(CAUSE_1);
            ledger.check(actual == null, rules, () -> finding("cause", node, "null", show(actual)));
        } else if (node.allowed().stream().noneMatch(doubtful::contains)) {
            checkEnded(node, actual, grounds, seen);
        }
    }

    private void checkEnded(Node node, @Nullable Object actual, Justification grounds, boolean seen) {
        if (ledger.declares(Capability.DEFAULT_CAUSE)) {
            boolean there = ledger.check(
                    actual != null,
                    List.of(CAUSE_1),
                    () -> finding("cause", node, "a cause, since there is an err", "null"));
            if (!there) {
                return;
            }
        }
        Set<End> possible = node.allowed();
        Set<End> matching =
                possible.stream().filter(e -> matches(node, e, actual)).collect(Collectors.toSet());
        String label = possible.iterator().next().cause;
        boolean known = ledger.check(
                !matching.isEmpty(),
                new CauseJustification(grounds).of(node, seen, label),
                () -> finding("cause", node, show(possible), show(actual)));
        if (known) {
            node.saw(matching);
        } else {
            doubtful.addAll(possible);
        }
    }

    private boolean matches(Node node, End end, @Nullable Object actual) {
        String label = subject.label(actual);
        if (end.cause != null || label != null) {
            return end.cause != null && end.cause.equals(label);
        }
        return !ledger.declares(Capability.DEFAULT_CAUSE) || actual == subject.err(node.index);
    }

    private String show(@Nullable Object cause) {
        String label = subject.label(cause);
        return label != null ? "cause " + label : "" + cause;
    }

    private static String show(Set<End> possible) {
        return possible.stream()
                .map(e -> e.cause == null ? "the err itself" : "cause " + e.cause)
                .distinct()
                .collect(Collectors.joining(", or "));
    }

    private Finding finding(String read, Node node, String expected, String actual) {
        return new Finding(read + " of " + node, expected, new EndReason(model).of(node), actual);
    }
}
