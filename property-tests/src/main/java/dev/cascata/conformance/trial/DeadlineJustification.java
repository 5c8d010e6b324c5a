package dev.cascata.conformance.trial;

import static dev.cascata.conformance.rules.DeadlineRule.*;
import static dev.cascata.conformance.rules.DetachRule.DETACH_1;
import static dev.cascata.conformance.rules.DetachRule.DETACH_3;
import static dev.cascata.conformance.rules.MergeRule.MERGE_3;
import static dev.cascata.conformance.rules.RootRule.ROOT_3;
import static dev.cascata.conformance.rules.ValueRule.VALUE_8;

import dev.cascata.conformance.model.Ancestry;
import dev.cascata.conformance.model.Node;
import dev.cascata.conformance.model.Node.Form;
import dev.cascata.conformance.program.Step;
import dev.cascata.conformance.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The rules by which a context has its deadline, or none, and the reason in words. */
final class DeadlineJustification {
    private DeadlineJustification() {}

    /** Returns the rules; {@code seen} is whether the deadline was read as expected before. */
    static List<Rule> of(Node node, boolean seen) {
        List<Rule> rules = new ArrayList<>();
        if (seen) {
            rules.add(DEADLINE_8);
        }
        if (node.merged()) {
            rules.add(MERGE_3);
        }
        if (node.form == Form.VALUE) {
            rules.add(VALUE_8);
        } else if (node.neverEnds()) {
            rules.add(node.form == Form.ROOT ? ROOT_3 : DETACH_1);
        } else if (node.timer != null) {
            own(node, rules);
        } else {
            rules.add(DEADLINE_2);
        }
        if (Ancestry.underDetached(node.core)) {
            rules.add(node.timer == null && node.deadline == null ? 0 : rules.size(), DETACH_3);
        }
        return rules;
    }

    private static void own(Node node, List<Rule> rules) {
        if (node.timer != null && (node.timer == Step.HUGE || node.timer == -Step.HUGE)) {
            rules.add(DEADLINE_15);
        }
        if (node.timeout) {
            rules.add(DEADLINE_14);
        }
        rules.addAll(List.of(DEADLINE_1, DEADLINE_2));
    }

    /** Says why the context has that deadline, or none; {@code rule} is the one that is broken if it has another. */
    static String why(Node node, Rule rule) {
        return why(node) + (rule == DEADLINE_8 ? "; it was reported before, and a deadline never changes" : "");
    }

    private static String why(Node node) {
        if (node.form == Form.ROOT) {
            return "a root has no deadline";
        } else if (node.form == Form.DETACHED) {
            return "a detached context has no deadline, even if a context above it has one";
        } else if (node.merged()) {
            return merged(node);
        } else if (node.timer != null) {
            return given(node, node.timer) + ", and no deadline above it is earlier";
        } else if (node.dropped) {
            return "the deadline given to it is later than that of its parent " + node.parent + ", which counts";
        }
        return inherited(node);
    }

    private static String merged(Node node) {
        String parents = node.parents.stream().map(Node::toString).distinct().collect(Collectors.joining(" and "));
        return node.deadline == null
                ? "none of its parents " + parents + " has a deadline"
                : "it has the earliest deadline of its parents " + parents;
    }

    private static String given(Node node, long timer) {
        if (timer == Step.HUGE || timer == -Step.HUGE) {
            return "it was given the " + (timer > 0 ? "latest" : "earliest") + " deadline that can be expressed";
        }
        return node.timeout
                ? "its timeout, counted from its derivation, ends then"
                : "it was derived with this deadline";
    }

    private static String inherited(Node node) {
        String own = node.form == Form.VALUE ? "it is a value layer" : "it was given no deadline";
        if (node.deadline != null) {
            return own + " and has the deadline of its parent " + node.parent;
        }
        return Ancestry.underDetached(node.core)
                ? own + ", and no context between it and the detached context above it has a deadline"
                : own + ", and no context above it has a deadline";
    }
}
