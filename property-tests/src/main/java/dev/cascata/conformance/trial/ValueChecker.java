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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the values of every context with the model. */
final class ValueChecker {
    private static final int MANY_LAYERS = 500;
    private static final int NAMESAKES = 3;

    private final Model model;
    private final Subject subject;
    private final RuleCounts counts;
    private final Set<Node> doubtful = new HashSet<>();
    /** Whether the last read was as expected, by context and key. If it was not, this step did not change it. */
    private final Map<Integer, Boolean> right = new HashMap<>();

    ValueChecker(Model model, Subject subject, RuleCounts counts) {
        this.model = model;
        this.subject = subject;
        this.counts = counts;
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
        boolean ok = counts.check(
                Objects.equals(expected, actual),
                rules(step, node, key, binding),
                rule -> new Finding(
                        "value of k" + key + " in " + node, "" + expected, why(node, key, binding, rule), "" + actual));
        right.put(place(node, key), ok);
        if (!ok && binding != null) {
            doubtful.add(binding);
        }
    }

    private static int place(Node node, int key) {
        return node.index * Step.KEYS + key;
    }

    private List<Rule> rules(Step step, Node node, int key, @Nullable Node binding) {
        List<Rule> rules = new ArrayList<>();
        boolean readRight = right.getOrDefault(place(node, key), false);
        boolean readWrong = !right.getOrDefault(place(node, key), true);
        if (!readWrong && step instanceof Step.Derive derive && derive.parent() == node.index) {
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
        if (!readWrong && node.done()) {
            rules.add(readRight && node.endedAt() == model.step() ? 0 : rules.size(), VALUE_7);
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

    /** Whether another parent of a merged context has another value. */
    private boolean others(Node node, int key, @Nullable Node binding) {
        return node.merged()
                && node.parents.stream()
                        .map(p -> model.binding(p, key))
                        .anyMatch(b -> !Objects.equals(value(b), value(binding)));
    }

    private static @Nullable Object value(@Nullable Node binding) {
        return binding == null ? null : Subject.value(binding.value);
    }

    /** Whether another key with the same name is bound nearer, or is bound while this key is not. */
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

    private static String why(Node node, int key, @Nullable Node binding, Rule rule) {
        return lookup(node, key, binding) + emphasis(key, rule);
    }

    private static String lookup(Node node, int key, @Nullable Node binding) {
        String way = node.merged() ? node + " has the values of " + node.parent + ", its first parent, and " : "";
        if (binding == null) {
            return way + "k" + key + " is bound nowhere from " + (way.isEmpty() ? node : node.parent) + " to the root";
        }
        String nearest = binding == node ? "its own" : "that of " + binding;
        String bound = binding.value == Step.NULL_VALUE ? ", to null, which hides those above" : "";
        return way + "the nearest binding of k" + key + " is " + nearest + bound;
    }

    private static String emphasis(int key, Rule rule) {
        if (rule == VALUE_2) {
            return "; k" + (NAMESAKES - key) + " has the same name and is another key";
        } else if (rule == VALUE_6) {
            return "; this step derives from the context and leaves its values as they were";
        } else if (rule == VALUE_7) {
            return "; the end of a context leaves its values as they were";
        } else if (rule == DETACH_2) {
            return "; a detached context has the values of its parent";
        }
        return rule == SCALE_2 ? "; a lookup works at any depth" : "";
    }
}
