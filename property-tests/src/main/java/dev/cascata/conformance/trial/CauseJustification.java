package dev.cascata.conformance.trial;

import static dev.cascata.conformance.rules.CancelRule.CANCEL_9;
import static dev.cascata.conformance.rules.CauseRule.*;
import static dev.cascata.conformance.rules.DeadlineRule.*;
import static dev.cascata.conformance.rules.DetachRule.DETACH_4;
import static dev.cascata.conformance.rules.ErrRule.ERR_6;
import static dev.cascata.conformance.rules.ForeignRule.FOREIGN_11;

import dev.cascata.conformance.kit.ForeignShape;
import dev.cascata.conformance.model.Ancestry;
import dev.cascata.conformance.model.EndEvent;
import dev.cascata.conformance.model.Link;
import dev.cascata.conformance.model.Node;
import dev.cascata.conformance.model.Node.Form;
import dev.cascata.conformance.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules by which a context has its cause; the one that explains a failure best comes first. */
final class CauseJustification {
    private final Justification reasons;

    /** Uses the justification of done, err and kind after the same step. */
    CauseJustification(Justification reasons) {
        this.reasons = reasons;
    }

    /** Returns the rules for a done context; {@code expected} and {@code actual} are the labels of the causes. */
    List<Rule> of(Node node, boolean seen, @Nullable String expected, @Nullable String actual) {
        List<Rule> rules = new ArrayList<>();
        if (reasons.before(node, seen)) {
            afterwards(node, rules, expected);
        }
        if (showsAnother(node)) {
            rules.add(CAUSE_11);
        }
        if (cancelledBeforeDeadlineAbove(node.core)) {
            rules.add(ERR_6);
        }
        Justification.merged(node.core, rules);
        firstCause(node.core, rules, expected);
        if (Ancestry.underDetached(node.core)) {
            rules.add(comesFromBeyondDetached(node.core, actual) ? 0 : rules.size(), DETACH_4);
        }
        rules.add(ERR_6);
        return rules;
    }

    /** Returns the rules by which a live context has no cause. */
    static List<Rule> live(Node node) {
        List<Rule> rules = new ArrayList<>();
        if (node.shape == ForeignShape.SHARING) {
            rules.add(CAUSE_11);
        }
        rules.addAll(ErrChecker.live(node, CAUSE_1));
        return rules;
    }

    /** Whether the context has no done of its own and shows the cause of another one. */
    private static boolean showsAnother(Node node) {
        return node.form == Form.VALUE || node.shape == ForeignShape.SHARING;
    }

    /** Whether a cancel ended the context before a deadline further up. */
    private static boolean cancelledBeforeDeadlineAbove(Node node) {
        boolean cancelled = node.endEvent() == EndEvent.CANCELLED || node.endEvent() == EndEvent.CANCELLED_ABOVE;
        return cancelled && node.deadline != null && node.timer == null && !node.endedThroughForeign();
    }

    /** Whether the cause is that of a context above a detached one. */
    private static boolean comesFromBeyondDetached(Node node, @Nullable String cause) {
        boolean beyond = false;
        for (Node at = node.parent; at != null && cause != null; at = at.parent) {
            if (beyond && at.done() && at.allowed().stream().anyMatch(end -> cause.equals(end.cause))) {
                return true;
            }
            beyond |= at.form == Form.DETACHED;
        }
        return false;
    }

    private void afterwards(Node node, List<Rule> rules, @Nullable String expected) {
        List<Rule> later = new ArrayList<>();
        reasons.laterEvent(node, later);
        if (!later.isEmpty()) {
            Justification.merged(node.core, rules);
            rules.add(expected == null ? CAUSE_7 : CAUSE_5);
            if (node.core.timer != null) {
                rules.add(CAUSE_10);
            }
        }
        rules.addAll(later);
    }

    private void firstCause(Node node, List<Rule> rules, @Nullable String expected) {
        if (node.dropped && node.ownCause != null && node.endEvent() == EndEvent.EXPIRED_ABOVE) {
            rules.add(DEADLINE_2);
        }
        switch (node.endEvent()) {
            case CANCELLED -> cancelled(node, rules, expected);
            case CANCELLED_ABOVE -> inherited(node, rules, CAUSE_6);
            case EXPIRED -> rules.add(CAUSE_8);
            case EXPIRED_ABOVE -> inherited(node, rules, belowTie(node) ? DEADLINE_3 : DEADLINE_13);
            case TIED -> rules.addAll(List.of(DEADLINE_3, CAUSE_8));
            case BORN_DONE -> bornDone(node, rules);
            case BORN_PAST -> rules.add(DEADLINE_6);
        }
    }

    private static boolean belowTie(Node node) {
        Link via = node.via();
        while (via != null && via.holder().endEvent() != EndEvent.TIED) {
            via = via.holder().core.via();
        }
        return via != null;
    }

    private static void cancelled(Node node, List<Rule> rules, @Nullable String expected) {
        if (node.ownCause != null) {
            rules.add(CAUSE_9);
        }
        rules.add(expected != null ? CAUSE_2 : node.nullCause ? CAUSE_3 : CAUSE_4);
    }

    private static void inherited(Node node, List<Rule> rules, Rule linked) {
        if (node.endedThroughForeign()) {
            rules.add(FOREIGN_11);
        } else {
            if (node.timer != null) {
                rules.add(CAUSE_10);
            }
            rules.addAll(linked == CAUSE_6 ? List.of(CAUSE_6) : List.of(linked, CAUSE_6));
        }
    }

    private static void bornDone(Node node, List<Rule> rules) {
        if (node.past) {
            rules.add(DEADLINE_7);
        }
        if (node.endedThroughForeign()) {
            rules.add(FOREIGN_11);
        }
        rules.add(CANCEL_9);
    }
}
