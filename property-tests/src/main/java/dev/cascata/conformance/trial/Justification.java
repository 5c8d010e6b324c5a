package dev.cascata.conformance.trial;

import static dev.cascata.conformance.rules.CancelRule.*;
import static dev.cascata.conformance.rules.DeadlineRule.*;
import static dev.cascata.conformance.rules.ErrRule.*;
import static dev.cascata.conformance.rules.ForeignRule.*;
import static dev.cascata.conformance.rules.MergeRule.*;
import static dev.cascata.conformance.rules.ScaleRule.SCALE_1;
import static dev.cascata.conformance.rules.ScaleRule.SCALE_7;
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
 * The rules by which a context is live or done after a step, and has its kind; the one that explains a failure best
 * comes first. Also the reasons in words.
 */
final class Justification {
    /** The depth that a recursive walk reaches on any stack. */
    private static final int NEAR = 100;

    private final Model model;
    private final Step step;
    private final EndReason ends;
    private final LifeJustification lives;
    private int deepest;

    Justification(Model model, Step step) {
        this.model = model;
        this.step = step;
        this.ends = new EndReason(model);
        this.lives = new LifeJustification(model, step);
    }

    /** Returns the rules by which the context is live. */
    List<Rule> live(Node node) {
        return lives.rules(node);
    }

    /** Says why the context is live. */
    String whyLive(Node node) {
        return lives.why(node);
    }

    /** Says why the context is done; {@code kept} is what a context that was done before keeps. */
    String whyDone(Node node, Rule rule, boolean seen, String kept) {
        return ends.of(node, rule) + EndReason.kept(before(node, seen), kept);
    }

    /**
     * Says why the context has its cause; {@code fallback} is the cause of an end for which none was given, in words.
     */
    String whyCause(Node node, Rule rule, boolean seen, String fallback) {
        return ends.ofCause(node, rule, fallback) + EndReason.kept(before(node, seen), "keeps its cause");
    }

    /** Returns the rules by which the context is done; {@code seen} is whether it was read as done before. */
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
            rules.add(node.endEvent() == EndEvent.CANCELLED_ABOVE ? SCALE_1 : SCALE_7);
        }
        byHow(node.core, rules);
        return rules;
    }

    /** Whether the context was done, and was read as done, before this step. */
    boolean before(Node node, boolean seen) {
        return seen && node.endedAt() < model.step();
    }

    /** Whether a recursive walk from the event to this context may overflow the stack. */
    private boolean far(Node node) {
        Node origin = node.origin();
        boolean direct = !node.core.merged() && !node.core.throughMerged();
        return direct
                && origin != null
                && node.endEvent() != EndEvent.BORN_DONE
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
        switch (node.endEvent()) {
            case CANCELLED -> rules.addAll(node.timer == null ? List.of(CANCEL_2) : List.of(CANCEL_2, DEADLINE_10));
            case CANCELLED_ABOVE ->
                carried(node, rules, distant(node) ? List.of(CANCEL_3, CANCEL_4) : List.of(CANCEL_4));
            case EXPIRED -> expired(node, rules);
            case EXPIRED_ABOVE -> carried(node, rules, List.of(DEADLINE_13));
            case TIED -> expired(node, rules);
            case BORN_DONE ->
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
        } else if (node.endEvent() == EndEvent.CANCELLED_ABOVE && node.throughMerged() && !node.endedThroughForeign()) {
            rules.add(MERGE_8);
        }
        if (node.endedThroughForeign() && !belowForeign(node)) {
            rules.addAll(linked);
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

    /** Whether the foreign context above had another child, which asked for its done, when the context was derived. */
    private boolean askedBefore(Node node) {
        Link via = node.via();
        return via != null && model.nodes().stream().anyMatch(n -> n.index < node.index && n.linkedTo(via.holder()));
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

    /** Adds the rules by which a later event changes nothing in a done context. */
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

    /** Returns the rules by which the context has its kind. */
    List<Rule> kind(Node node, boolean seen) {
        boolean cancelled = node.allowed().iterator().next().kind == EndKind.CANCELLED;
        List<Rule> rules = new ArrayList<>();
        merged(node.core, rules);
        if (cancelled && node.deadline != null) {
            rules.add(ERR_5);
        }
        if (before(node, seen)) {
            laterEvent(node, rules);
            rules.add(ERR_3);
        } else if (node.form == Form.VALUE) {
            rules.add(VALUE_8);
        } else if (belowForeign(node.core)) {
            rules.add(FOREIGN_14);
        }
        rules.addAll(kindOf(node.core));
        if (cancelled && node.deadline == null) {
            rules.add(ERR_5);
        }
        return rules;
    }

    private static boolean belowForeign(Node node) {
        Link via = node.via();
        return via != null && via.holder().form == Form.FOREIGN;
    }

    private static List<Rule> kindOf(Node node) {
        return switch (node.endEvent()) {
            case CANCELLED -> List.of(CANCEL_2);
            case CANCELLED_ABOVE -> List.of();
            case EXPIRED, TIED -> List.of(DEADLINE_4);
            case EXPIRED_ABOVE -> List.of(DEADLINE_13);
            case BORN_DONE -> node.past ? List.of(CANCEL_9, DEADLINE_7) : List.of(CANCEL_9);
            case BORN_PAST -> node.timeout ? List.of(DEADLINE_14, DEADLINE_4) : List.of(DEADLINE_4);
        };
    }

    static void merged(Node node, List<Rule> rules) {
        if (node.merged() && node.endEvent() != EndEvent.CANCELLED) {
            rules.add(node.endEvent() == EndEvent.BORN_DONE ? MERGE_6 : MERGE_2);
        }
    }
}
