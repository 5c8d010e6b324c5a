package dev.cascata.conformance.trial;

import static dev.cascata.conformance.rules.CallbackRule.CALLBACK_12;
import static dev.cascata.conformance.rules.CallbackRule.CALLBACK_13;
import static dev.cascata.conformance.rules.DeadlineRule.DEADLINE_11;
import static dev.cascata.conformance.rules.LinkRule.*;
import static dev.cascata.conformance.rules.MergeRule.*;
import static dev.cascata.conformance.rules.RootRule.ROOT_6;

import dev.cascata.conformance.model.EndEvent;
import dev.cascata.conformance.model.Model;
import dev.cascata.conformance.model.Node;
import dev.cascata.conformance.program.Step;
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
    private final RuleCounts ledger;

    DependentsChecker(Model model, Subject subject, RuleCounts ledger) {
        this.model = model;
        this.subject = subject;
        this.ledger = ledger;
    }

    /** Whether a context has as many as it is to have, if that is left to other threads. */
    boolean settled(Node node, int expected) {
        return !node.endedThroughWrapper()
                || !counts(node)
                || subject.dependents(node.index).orElse(expected) == expected;
    }

    private boolean counts(Node node) {
        boolean countable = node.cancellable() || node == node.core;
        return countable && ledger.declares(Capability.DEPENDENTS);
    }

    /** False if the comparison failed. */
    boolean check(Change change, Node node, int expected) {
        OptionalInt actual = counts(node) ? subject.dependents(node.index) : OptionalInt.empty();
        return actual.isEmpty() || check(change, node, expected, actual.getAsInt());
    }

    private boolean check(Change change, Node node, int expected, int actual) {
        boolean lazy = ledger.declares(Capability.LAZY);
        return ledger.check(
                lazy ? actual <= expected : actual == expected,
                rules(change, node, expected),
                () -> new Finding(
                        "children and callbacks held by " + node,
                        (lazy ? "at most " : "") + expected,
                        why(node, expected),
                        "" + actual));
    }

    private List<Rule> rules(Change change, Node node, int expected) {
        List<Rule> rules = new ArrayList<>();
        if (change.over()) {
            rules.add(LINK_8);
        } else if (node.endless()) {
            rules.add(ROOT_6);
        } else if (node.ended()) {
            rules.addAll(bornBelow(change, node) ? List.of(LINK_10, LINK_3) : List.of(LINK_3));
        } else {
            changed(change, node, rules);
            rules.add(expected > 0 ? LINK_5 : LINK_1);
        }
        return rules;
    }

    private boolean bornBelow(Change change, Node ended) {
        Node last = change.last();
        return change.derives() && last.cancellable() && !last.merged() && last.heldBy(ended);
    }

    private void changed(Change change, Node node, List<Rule> rules) {
        if (change.endsMergedBelow(node)) {
            rules.add(MERGE_5);
        }
        for (Node event : model.events()) {
            if (event.heldBy(node)) {
                rules.add(event.how() == EndEvent.CANCELLED ? LINK_2 : DEADLINE_11);
            }
        }
        Node last = change.last();
        if (change.derives() && last.heldBy(node) && last.cancellable()) {
            if (last.merged()) {
                rules.add(last.ended() ? MERGE_6 : MERGE_9);
            }
            rules.add(last.ended() ? LINK_10 : LINK_1);
        } else if (change.step() instanceof Step.AfterFunc afterFunc
                && model.nodes().get(afterFunc.context()).holder == node) {
            rules.add(CALLBACK_13);
        } else if (change.step() instanceof Step.StopCallback stop
                && model.answer()
                && model.callbacks().get(stop.callback()).holder == node) {
            rules.add(CALLBACK_12);
        }
    }

    private static String why(Node node, int expected) {
        if (node.endless()) {
            return "what can never end has nothing to tell anybody";
        }
        if (node.ended()) {
            return node + " has ended";
        }
        return LinkChecker.live(expected) + " linked to it";
    }
}
