package dev.cascata.conformance.trial;

import static dev.cascata.conformance.rules.ForeignRule.*;
import static dev.cascata.conformance.rules.LinkRule.LINK_8;

import dev.cascata.conformance.kit.ForeignShape;
import dev.cascata.conformance.model.Dependents;
import dev.cascata.conformance.model.Model;
import dev.cascata.conformance.model.Node;
import dev.cascata.conformance.model.Node.Form;
import dev.cascata.conformance.model.Registered;
import dev.cascata.conformance.rules.ForeignRule;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.trial.RuleCounts.Finding;
import java.util.ArrayList;
import java.util.List;

/** Compares what is attached to foreign contexts with the model. */
final class AttachmentChecker {
    private final Model model;
    private final Subject subject;
    private final RuleCounts ledger;
    private final Patience patience;

    AttachmentChecker(Model model, Subject subject, RuleCounts ledger, Patience patience) {
        this.model = model;
        this.subject = subject;
        this.ledger = ledger;
        this.patience = patience;
    }

    boolean settled(Node node, int expected) {
        return subject.attached(node.index) <= expected;
    }

    /** False if the comparison failed. */
    boolean check(Change change, Node node, int dependents) {
        int expected = node.shape == ForeignShape.SHARING ? 0 : dependents;
        int actual = attached(node, expected);
        boolean exact = node.shape != ForeignShape.OWN || expected == 0;
        return ledger.check(
                exact ? actual == expected : actual <= expected,
                rules(change, node, actual > expected),
                () -> new Finding(
                        (node.shape == ForeignShape.OWN ? "threads that watch " : "callbacks registered with ") + node,
                        (exact ? "" : "at most ") + expected,
                        whyAttached(node, expected),
                        "" + actual));
    }

    /** A thread that has just begun to watch may be counted before one that is to give up has done so. */
    private int attached(Node node, int expected) {
        boolean few = node.shape == ForeignShape.OWN && patience.until(() -> subject.attached(node.index) <= expected);
        return few ? Math.min(expected, subject.attached(node.index)) : subject.attached(node.index);
    }

    private List<Rule> rules(Change change, Node node, boolean tooMany) {
        List<Rule> rules = new ArrayList<>();
        if (change.over()) {
            rules.add(LINK_8);
        }
        Node last = change.last();
        if (change.derives() && last.form != Form.FOREIGN && last.parents.contains(node) && node.ended()) {
            rules.add(FOREIGN_12);
        }
        switch (node.requireShape()) {
            case SHARING -> rules.addAll(List.of(FOREIGN_1, FOREIGN_6));
            case OWN -> rules.add(FOREIGN_2);
            case HOOK -> rules.add(hooked(change, node, tooMany));
        }
        return rules;
    }

    private ForeignRule hooked(Change change, Node node, boolean tooMany) {
        if (node.endless() || node.ended()) {
            return FOREIGN_6;
        } else if (!tooMany && throughLayers(node)) {
            return FOREIGN_16;
        }
        return tooMany || released(change, node) ? FOREIGN_5 : FOREIGN_4;
    }

    /** Whether something is attached to a wrapper, or is to be, of which it is not itself the parent. */
    private boolean throughLayers(Node wrapper) {
        return model.nodes().stream()
                        .anyMatch(n -> n.cancellable()
                                && !n.ended()
                                && n.links.stream().anyMatch(l -> l.holder() == wrapper && l.layered()))
                || model.callbacks().stream()
                        .anyMatch(
                                c -> c.holder == wrapper && c.context != wrapper && c.state == Registered.State.WAITING)
                || throughWrapper(wrapper);
    }

    /** Whether another wrapper, around a value layer, hands on to this one what is attached to it. */
    private boolean throughWrapper(Node wrapper) {
        int[] dependents = model.dependents();
        return model.nodes().stream().anyMatch(n -> Dependents.registersWith(n) == wrapper && dependents[n.index] > 0);
    }

    private boolean released(Change change, Node node) {
        boolean child = model.events().stream().anyMatch(e -> e.heldBy(node));
        return child
                || change.endsMergedBelow(node)
                || model.callbacks().stream().anyMatch(c -> c.holder == node && c.state == Registered.State.STOPPED);
    }

    private static String whyAttached(Node node, int expected) {
        if (node.shape == ForeignShape.SHARING) {
            return "it shares the done of the context inside, so nothing needs to attach to it";
        }
        return LinkChecker.live(expected) + " attached to it";
    }
}
