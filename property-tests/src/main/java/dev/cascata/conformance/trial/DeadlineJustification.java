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

/** The rules behind the deadline that the model expects of a context. */
final class DeadlineJustification {
    private DeadlineJustification() {}

    /** Why the context reports its deadline, or none. */
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
        } else if (node.endless()) {
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

    static String why(Node node) {
        if (node.merged()) {
            return "it shows the earliest of those of " + names(node.parents);
        }
        if (node.dropped) {
            return "it was given a later one, and that of a context above it is earlier";
        }
        return node.timer != null
                ? "it was given this one, and none above it is earlier"
                : "it shows that of the context above it";
    }

    private static String names(List<Node> nodes) {
        return nodes.stream().map(Node::toString).collect(Collectors.joining(" and "));
    }
}
