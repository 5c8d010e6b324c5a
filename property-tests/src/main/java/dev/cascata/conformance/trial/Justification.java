package dev.cascata.conformance.trial;

import static dev.cascata.conformance.rules.CancelRule.*;
import static dev.cascata.conformance.rules.DeadlineRule.*;
import static dev.cascata.conformance.rules.DetachRule.*;
import static dev.cascata.conformance.rules.ErrRule.*;
import static dev.cascata.conformance.rules.ForeignRule.*;
import static dev.cascata.conformance.rules.MergeRule.*;
import static dev.cascata.conformance.rules.RootRule.ROOT_1;
import static dev.cascata.conformance.rules.RootRule.ROOT_5;
import static dev.cascata.conformance.rules.ScaleRule.SCALE_1;
import static dev.cascata.conformance.rules.ValueRule.VALUE_6;
import static dev.cascata.conformance.rules.ValueRule.VALUE_8;

import dev.cascata.conformance.kit.EndKind;
import dev.cascata.conformance.kit.ForeignShape;
import dev.cascata.conformance.model.Ancestry;
import dev.cascata.conformance.model.EndEvent;
import dev.cascata.conformance.model.Link;
import dev.cascata.conformance.model.Model;
import dev.cascata.conformance.model.Node;
import dev.cascata.conformance.model.Node.Form;
import dev.cascata.conformance.program.Step;
import dev.cascata.conformance.rules.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules behind what the model expects of the life and the end of a context after a step; the one under which a
 * failure is best understood comes first.
 */
final class Justification {
    /** So far a walk that recurses gets on any stack. */
    private static final int NEAR = 100;

    private final Model model;
    private final Step step;
    private int deepest;

    Justification(Model model, Step step) {
        this.model = model;
        this.step = step;
    }

    /** Why the context is live. */
    List<Rule> live(Node node) {
        List<Rule> rules = new ArrayList<>();
        if (model.events().stream().anyMatch(e -> belowWrapperAround(node, e))) {
            rules.add(FOREIGN_7);
        }
        if (node.endless()) {
            rules.add(node.core.form == Form.ROOT ? ROOT_1 : DETACH_1);
        } else if (node.born == model.step()) {
            fresh(node, rules);
        } else {
            untouched(node, rules);
        }
        if (node.form == Form.VALUE) {
            rules.add(0, VALUE_8);
        }
        return rules;
    }

    /** Whether an event hangs on a wrapper, of any kind that does not share, around the context. */
    private static boolean belowWrapperAround(Node node, Node event) {
        return event.links.stream().anyMatch(l -> l.holder().form == Form.FOREIGN && l.holder().core == node.core);
    }

    private void fresh(Node node, List<Rule> rules) {
        if (node.timer != null) {
            rules.add(node.timer == Step.HUGE ? DEADLINE_15 : DEADLINE_5);
        }
        rules.add(CANCEL_1);
    }

    private void untouched(Node node, List<Rule> rules) {
        for (Node event : model.events()) {
            if (event.merged() && Ancestry.above(node, event)) {
                rules.add(MERGE_7);
            }
            if (Ancestry.strangers(event, node)) {
                rules.add(ROOT_5);
            } else if (Ancestry.above(event, node.core)) {
                rules.add(DETACH_3);
            }
        }
        if (step instanceof Step.Advance && node.deadline != null) {
            rules.add(node.deadline == Step.HUGE ? DEADLINE_15 : DEADLINE_5);
        } else if (step instanceof Step.Cancel && !model.answer()) {
            rules.add(CANCEL_6);
        } else if (step instanceof Step.Derive derive && derive.parent() == node.index) {
            rules.add(VALUE_6);
        }
        rules.add(CANCEL_5);
    }

    /** Why the context is done. */
    List<Rule> done(Node node, boolean seen) {
        List<Rule> rules = new ArrayList<>();
        if (before(node, seen)) {
            laterEvent(node, rules);
            rules.add(ERR_3);
            return rules;
        }
        if (node.form == Form.VALUE) {
            rules.add(VALUE_8);
        }
        if (far(node)) {
            rules.add(SCALE_1);
        }
        byHow(node.core, rules);
        return rules;
    }

    /** Whether the context had ended, and was seen to have, before this step. */
    boolean before(Node node, boolean seen) {
        return seen && node.endedAt() < model.step();
    }

    /** Whether it lies on a walk that only one that does not recurse is sure to get through, and not near its origin. */
    private boolean far(Node node) {
        Node origin = node.origin();
        boolean direct = !node.core.merged() && !node.core.throughMerged();
        return direct
                && origin != null
                && node.how() != EndEvent.BORN_ENDED
                && node.depth - origin.depth >= NEAR
                && deepest() - origin.depth >= Step.FAR;
    }

    private int deepest() {
        if (deepest == 0) {
            deepest = model.nodes().stream().mapToInt(n -> n.depth).max().orElse(0);
        }
        return deepest;
    }

    private void byHow(Node node, List<Rule> rules) {
        switch (node.how()) {
            case CANCELLED -> rules.addAll(node.timer == null ? List.of(CANCEL_2) : List.of(CANCEL_2, DEADLINE_10));
            case CANCELLED_ABOVE ->
                carried(node, rules, distant(node) ? List.of(CANCEL_3, CANCEL_4) : List.of(CANCEL_4));
            case EXPIRED -> expired(node, rules);
            case EXPIRED_ABOVE -> carried(node, rules, List.of(DEADLINE_13));
            case TIED -> expired(node, rules);
            case BORN_ENDED ->
                rules.addAll(
                        node.merged()
                                ? List.of(MERGE_6, CANCEL_9)
                                : node.past ? List.of(CANCEL_9, DEADLINE_7) : List.of(CANCEL_9));
            case BORN_PAST -> past(node, rules);
        }
    }

    private void expired(Node node, List<Rule> rules) {
        boolean now = node.timer != null && node.timer == model.now();
        rules.addAll(now ? List.of(DEADLINE_17, DEADLINE_4) : List.of(DEADLINE_4, DEADLINE_17));
        if (node.timeout) {
            rules.add(DEADLINE_14);
        }
    }

    private void carried(Node node, List<Rule> rules, List<? extends Rule> linked) {
        if (node.merged()) {
            rules.add(MERGE_1);
        } else if (node.throughMerged() && !node.endedThroughWrapper()) {
            rules.add(MERGE_8);
        }
        if (node.endedThrough(ForeignShape.OWN)) {
            rules.addAll(askedBefore(node) ? List.of(FOREIGN_13, FOREIGN_3) : List.of(FOREIGN_3, FOREIGN_13));
        } else if (node.endedThrough(ForeignShape.HOOK)) {
            rules.add(FOREIGN_4);
        } else {
            if (sharing(node)) {
                rules.add(FOREIGN_1);
            }
            rules.addAll(linked);
        }
    }

    /** Whether the wrapper above had been asked for its done, by another child, when the context was derived. */
    private boolean askedBefore(Node node) {
        Link via = node.via();
        return via != null && model.nodes().stream().anyMatch(n -> n.index < node.index && n.heldBy(via.holder()));
    }

    private static boolean sharing(Node node) {
        Link via = node.via();
        return via != null && via.parent().shape == ForeignShape.SHARING;
    }

    private static void past(Node node, List<Rule> rules) {
        if (node.timer != null && node.timer == -Step.HUGE) {
            rules.add(DEADLINE_15);
        }
        rules.add(node.timeout ? DEADLINE_14 : DEADLINE_6);
    }

    private static boolean distant(Node node) {
        Node origin = node.origin();
        return layered(node) || (!node.merged() && origin != null && node.depth - origin.depth > 1);
    }

    private static boolean layered(Node node) {
        Link via = node.via();
        return via != null && via.layered();
    }

    /** The rules by which what happens after the end of a context changes nothing in it. */
    void laterEvent(Node node, List<Rule> rules) {
        boolean deadline = node.allowed().iterator().next().kind == EndKind.DEADLINE_EXCEEDED;
        if (step instanceof Step.Cancel cancel && cancel.context() == node.core.index) {
            if (deadline) {
                rules.add(DEADLINE_9);
            }
            rules.add(CANCEL_6);
        } else if (model.events().stream().anyMatch(e -> Ancestry.above(e, node.core))) {
            rules.add(CANCEL_11);
        }
    }

    /** Why the end of the context is of its kind. */
    List<Rule> kind(Node node, boolean seen) {
        List<Rule> rules = new ArrayList<>();
        boolean cancelled = node.allowed().iterator().next().kind == EndKind.CANCELLED;
        merged(node.core, rules);
        if (cancelled && node.deadline != null) {
            rules.add(ERR_5);
        }
        rules.addAll(done(node, seen));
        if (cancelled && node.deadline == null) {
            rules.add(ERR_5);
        }
        rules.add(ERR_4);
        return rules;
    }

    static void merged(Node node, List<Rule> rules) {
        if (node.merged() && node.how() != EndEvent.CANCELLED) {
            rules.add(node.how() == EndEvent.BORN_ENDED ? MERGE_6 : MERGE_2);
        }
    }
}
