package dev.cascata.conformance.trial;

import static dev.cascata.conformance.rules.CallbackRule.CALLBACK_11;
import static dev.cascata.conformance.rules.CallbackRule.CALLBACK_12;
import static dev.cascata.conformance.rules.CallbackRule.CALLBACK_13;
import static dev.cascata.conformance.rules.DeadlineRule.DEADLINE_11;
import static dev.cascata.conformance.rules.LinkRule.*;
import static dev.cascata.conformance.rules.MergeRule.*;
import static dev.cascata.conformance.rules.RootRule.ROOT_6;

import dev.cascata.conformance.model.EndEvent;
import dev.cascata.conformance.model.Model;
import dev.cascata.conformance.model.Node;
import dev.cascata.conformance.model.Node.Form;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.trial.RuleCounts.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Compares the children and callbacks that a context holds with the model. */
final class DependentsChecker {
    private final Model model;
    private final Subject subject;
    private final RuleCounts counts;

    DependentsChecker(Model model, Subject subject, RuleCounts counts) {
        this.model = model;
        this.subject = subject;
        this.counts = counts;
    }

    /** Whether a context that another thread may have ended has the expected number. */
    boolean settled(Node node, int expected) {
        return !node.endedThroughForeign()
                || !counts(node)
                || subject.dependents(node.index).orElse(expected) == expected;
    }

    private boolean counts(Node node) {
        boolean countable = node.cancellable() || node == node.core;
        return countable && counts.declares(Capability.DEPENDENTS);
    }

    /** Returns false if the comparison failed. */
    boolean check(Change change, Node node, int expected) {
        OptionalInt actual = counts(node) ? subject.dependents(node.index) : OptionalInt.empty();
        return actual.isEmpty() || check(change, node, expected, actual.getAsInt());
    }

    private boolean check(Change change, Node node, int expected, int actual) {
        boolean lazy = counts.declares(Capability.LAZY);
        return counts.check(
                lazy ? actual <= expected : actual == expected,
                rules(change, node, actual - expected, expected),
                rule -> new Finding(
                        "dependents of " + node + " (children and callbacks)",
                        lazy ? Finding.atMost(expected) : "" + expected,
                        why(change, node) + emphasis(change, node, rule),
                        "" + actual));
    }

    private List<Rule> rules(Change change, Node node, int excess, int expected) {
        if (change.allDone()) {
            return List.of(LINK_8);
        } else if (node.neverEnds()) {
            return List.of(ROOT_6);
        } else if (node.done()) {
            return bornBelow(change, node) ? List.of(LINK_10, LINK_3) : List.of(LINK_3);
        }
        List<Rule> rules = new ArrayList<>();
        if (excess >= 0) {
            released(change, node, rules);
        }
        changed(change, node, excess, rules);
        rules.add(expected > 0 ? LINK_5 : LINK_1);
        return rules;
    }

    private static boolean bornBelow(Change change, Node ended) {
        return change.derivesFrom(ended) && !change.last().merged();
    }

    /** Adds the rules by which a child that ended or a callback that was stopped in the step is unlinked. */
    private void released(Change change, Node node, List<Rule> rules) {
        if (change.endsMergedBelow(node)) {
            rules.add(MERGE_5);
        }
        for (Node event : model.events()) {
            if (event.linkedTo(node)) {
                rules.add(event.endEvent() == EndEvent.CANCELLED ? LINK_2 : DEADLINE_11);
            }
        }
        if (change.stops(node)) {
            rules.add(CALLBACK_12);
        }
    }

    /**
     * Adds the rules about what the step links. A child that is done from the start does not explain too few
     * dependents.
     */
    private void changed(Change change, Node node, int excess, List<Rule> rules) {
        Node last = change.last();
        if (change.derivesFrom(node) && !(last.done() && excess < 0)) {
            if (last.merged()) {
                rules.add(last.done() ? MERGE_6 : MERGE_9);
            }
            rules.add(last.done() ? LINK_10 : LINK_1);
        } else if (change.registers(node)) {
            rules.add(CALLBACK_13);
        } else if (change.stops(node) && excess < 0) {
            rules.add(CALLBACK_11);
        }
    }

    private String why(Change change, Node node) {
        if (change.allDone()) {
            return "every context has ended";
        } else if (node.neverEnds()) {
            return node + " never ends, so nothing is linked to it";
        } else if (node.done()) {
            return node + " is done, and a done context has no dependents";
        }
        return LinkChecker.dependents(model, node);
    }

    /** Returns what the step did to the dependents, if the broken rule is about that. */
    private String emphasis(Change change, Node node, Rule rule) {
        if (rule == LINK_2 || rule == DEADLINE_11 || rule == MERGE_5) {
            return "; what ended in this step is no longer linked";
        } else if (rule == LINK_10 || rule == MERGE_6) {
            return "; " + change.last() + " is done from the start, so it is not linked";
        } else if (rule == CALLBACK_12 || rule == CALLBACK_11) {
            return "; the stop in this step unlinks one registration and no other";
        } else if (change.derives()
                && change.last().form == Form.DETACHED
                && change.last().parents.contains(node)) {
            return "; " + change.last() + " is detached, so it is not linked";
        }
        return "";
    }
}
