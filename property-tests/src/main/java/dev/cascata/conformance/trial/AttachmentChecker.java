package dev.cascata.conformance.trial;

import static dev.cascata.conformance.rules.ForeignRule.*;
import static dev.cascata.conformance.rules.LinkRule.LINK_3;
import static dev.cascata.conformance.rules.LinkRule.LINK_8;

import dev.cascata.conformance.kit.ForeignShape;
import dev.cascata.conformance.model.Dependents;
import dev.cascata.conformance.model.Model;
import dev.cascata.conformance.model.Node;
import dev.cascata.conformance.model.Node.Form;
import dev.cascata.conformance.model.Registered;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.trial.RuleCounts.Finding;
import java.util.ArrayList;
import java.util.List;

/** Compares the callbacks and threads attached to foreign contexts with the model. */
final class AttachmentChecker {
    private final Model model;
    private final Subject subject;
    private final RuleCounts counts;
    private final Patience patience;

    AttachmentChecker(Model model, Subject subject, RuleCounts counts, Patience patience) {
        this.model = model;
        this.subject = subject;
        this.counts = counts;
        this.patience = patience;
    }

    boolean settled(Node node, int expected) {
        return subject.attached(node.index) <= expected;
    }

    /** Returns false if the comparison failed. */
    boolean check(Change change, Node node, int dependents) {
        int expected = node.shape == ForeignShape.SHARING ? 0 : dependents;
        int actual = attached(node, expected);
        boolean exact = node.shape != ForeignShape.OWN || expected == 0;
        return counts.check(
                exact ? actual == expected : actual <= expected,
                rules(change, node, actual - expected),
                rule -> new Finding(
                        (node.shape == ForeignShape.OWN ? "threads that watch " : "callbacks registered with ") + node,
                        exact ? "" + expected : Finding.atMost(expected),
                        why(change, node, rule),
                        "" + actual));
    }

    /** Waits, since a thread that begins to watch may be counted before another one has stopped watching. */
    private int attached(Node node, int expected) {
        boolean few = node.shape == ForeignShape.OWN && patience.until(() -> subject.attached(node.index) <= expected);
        return few ? Math.min(expected, subject.attached(node.index)) : subject.attached(node.index);
    }

    private List<Rule> rules(Change change, Node node, int excess) {
        List<Rule> rules = new ArrayList<>();
        if (change.allDone()) {
            rules.add(LINK_8);
        }
        Node last = change.last();
        if (change.derives() && last.form != Form.FOREIGN && last.parents.contains(node) && node.done()) {
            rules.add(FOREIGN_12);
        }
        switch (node.requireShape()) {
            case SHARING -> rules.addAll(List.of(FOREIGN_1, FOREIGN_6));
            case OWN -> rules.add(FOREIGN_2);
            case HOOK -> rules.addAll(hooked(change, node, excess));
        }
        return rules;
    }

    private List<Rule> hooked(Change change, Node node, int excess) {
        if (node.neverEnds()) {
            return List.of(FOREIGN_6);
        } else if (node.done()) {
            return excess == 0 || change.registers(node) || change.derivesFrom(node)
                    ? List.of(FOREIGN_6)
                    : List.of(LINK_3, FOREIGN_5);
        } else if (excess <= 0 && throughLayers(node)) {
            return List.of(FOREIGN_16);
        }
        return List.of(excess > 0 || (excess == 0 && released(change, node)) ? FOREIGN_5 : FOREIGN_4);
    }

    /** Whether a dependent of the foreign context was derived from it, or registered on it, through value layers. */
    private boolean throughLayers(Node foreign) {
        return model.nodes().stream()
                        .anyMatch(n -> n.cancellable()
                                && !n.done()
                                && n.links.stream().anyMatch(l -> l.holder() == foreign && l.layered()))
                || model.callbacks().stream()
                        .anyMatch(
                                c -> c.holder == foreign && c.context != foreign && c.state == Registered.State.WAITING)
                || throughForeign(foreign);
    }

    /** Whether another foreign context, around a value layer, passes its dependents on to this one. */
    private boolean throughForeign(Node foreign) {
        int[] dependents = model.dependents();
        return model.nodes().stream().anyMatch(n -> Dependents.registersWith(n) == foreign && dependents[n.index] > 0);
    }

    private boolean released(Change change, Node node) {
        boolean child = model.events().stream().anyMatch(e -> e.linkedTo(node));
        return child
                || change.endsMergedBelow(node)
                || model.callbacks().stream().anyMatch(c -> c.holder == node && c.state == Registered.State.STOPPED);
    }

    private String why(Change change, Node node, Rule rule) {
        if (node.shape == ForeignShape.SHARING) {
            return "it shares the done of the context inside, so a child links to that context instead";
        } else if (change.allDone()) {
            return "every context has ended";
        } else if (node.neverEnds()) {
            return node + " never ends, so no child or callback needs its end";
        } else if (node.done()) {
            return rule == FOREIGN_12
                    ? node + " was done when " + change.last() + " was derived from it"
                    : node + " is done, and a done context has no dependents";
        }
        return LinkChecker.dependents(model, node);
    }
}
