package dev.cascata.conformance.trial;

import static dev.cascata.conformance.rules.DetachRule.DETACH_2;
import static dev.cascata.conformance.rules.MergeRule.MERGE_4;
import static dev.cascata.conformance.rules.RootRule.ROOT_4;
import static dev.cascata.conformance.rules.ScaleRule.SCALE_2;
import static dev.cascata.conformance.rules.ValueRule.*;

import dev.cascata.conformance.model.Model;
import dev.cascata.conformance.model.Node;
import dev.cascata.conformance.model.Node.Form;
import dev.cascata.conformance.program.Step;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.trial.RuleCounts.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the values of every context with the model. */
final class ValueChecker {
    private static final int MANY_LAYERS = 500;
    private static final int NAMESAKES = 3;

    private final Model model;
    private final Subject subject;
    private final RuleCounts ledger;
    private final Set<Node> doubtful = new HashSet<>();

    ValueChecker(Model model, Subject subject, RuleCounts ledger) {
        this.model = model;
        this.subject = subject;
        this.ledger = ledger;
    }

    void check(Step step) {
        for (Node node : model.nodes()) {
            for (int key = 0; key < Step.KEYS && !node.inner; key++) {
                check(step, node, key);
            }
        }
    }

    private void check(Step step, Node node, int key) {
        Node binding = model.binding(node, key);
        if (binding != null && doubtful.contains(binding)) {
            return;
        }
        Object expected = value(binding);
        Object actual = subject.value(node.index, key);
        boolean ok = ledger.check(
                Objects.equals(expected, actual),
                grounds(step, node, key, binding),
                () -> new Finding(
                        "value of k" + key + " in " + node, "" + expected, why(node, key, binding), "" + actual));
        if (!ok && binding != null) {
            doubtful.add(binding);
        }
    }

    private List<Rule> grounds(Step step, Node node, int key, @Nullable Node binding) {
        List<Rule> rules = new ArrayList<>();
        if (step instanceof Step.Derive derive && derive.parent() == node.index) {
            rules.add(VALUE_6);
        }
        if (node.form == Form.ROOT) {
            rules.add(ROOT_4);
        }
        if (others(node, key, binding)) {
            rules.add(MERGE_4);
        }
        if (namesake(node, key, binding)) {
            rules.add(VALUE_2);
        }
        if (binding == null) {
            if (node.depth >= MANY_LAYERS) {
                rules.add(SCALE_2);
            }
            rules.add(VALUE_4);
        } else {
            bound(node, key, binding, rules);
        }
        if (node.ended()) {
            rules.add(node.endedAt() == model.step() ? 0 : rules.size(), VALUE_7);
        }
        return rules;
    }

    private void bound(Node node, int key, Node binding, List<Rule> rules) {
        if (node.depth - binding.depth >= MANY_LAYERS) {
            rules.add(SCALE_2);
        }
        if (binding.value == Step.NULL_VALUE) {
            rules.add(VALUE_3);
        }
        if (detachedBetween(node, binding)) {
            rules.add(DETACH_2);
        }
        if (binding.parent != null && model.binding(binding.parent, key) != null) {
            rules.add(VALUE_1);
        }
        rules.add(node == binding ? VALUE_1 : VALUE_5);
    }

    /** Whether a further parent of a merged context would answer otherwise. */
    private boolean others(Node node, int key, @Nullable Node binding) {
        return node.merged()
                && node.parents.stream()
                        .map(p -> model.binding(p, key))
                        .anyMatch(b -> !Objects.equals(value(b), value(binding)));
    }

    private static @Nullable Object value(@Nullable Node binding) {
        return binding == null ? null : Subject.value(binding.value);
    }

    /** Whether a binding of another key with the same name is nearer, or is there while this key has none. */
    private boolean namesake(Node node, int key, @Nullable Node binding) {
        Node other = key == 0 ? null : model.binding(node, NAMESAKES - key);
        return other != null && (binding == null || other.depth > binding.depth);
    }

    private static boolean detachedBetween(Node node, Node binding) {
        for (Node at = node; at != null && at != binding; at = at.parent) {
            if (at.form == Form.DETACHED) {
                return true;
            }
        }
        return false;
    }

    private static String why(Node node, int key, @Nullable Node binding) {
        if (binding == null) {
            return "k" + key + " is bound nowhere from " + node + " to the root";
        }
        return "the nearest binding of k" + key + " is " + (binding == node ? "its own" : "that of " + binding);
    }
}
