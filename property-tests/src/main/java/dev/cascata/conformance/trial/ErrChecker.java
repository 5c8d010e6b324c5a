package dev.cascata.conformance.trial;

import static dev.cascata.conformance.rules.DetachRule.DETACH_1;
import static dev.cascata.conformance.rules.ErrRule.ERR_1;
import static dev.cascata.conformance.rules.ErrRule.ERR_2;
import static dev.cascata.conformance.rules.ErrRule.ERR_3;
import static dev.cascata.conformance.rules.ForeignRule.FOREIGN_14;
import static dev.cascata.conformance.rules.RootRule.ROOT_2;
import static dev.cascata.conformance.rules.ValueRule.VALUE_8;

import dev.cascata.conformance.model.EndEvent;
import dev.cascata.conformance.model.Link;
import dev.cascata.conformance.model.Node;
import dev.cascata.conformance.model.Node.Form;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.trial.RuleCounts.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares the err of contexts with the model. */
final class ErrChecker {
    private final Subject subject;
    private final RuleCounts counts;
    private final Map<Integer, Object> errs = new HashMap<>();

    ErrChecker(Subject subject, RuleCounts counts) {
        this.subject = subject;
        this.counts = counts;
    }

    void check(Node node, Justification reasons, boolean seen) {
        Object err = subject.err(node.index);
        if (!node.done()) {
            counts.check(
                    err == null,
                    live(node, ERR_1),
                    rule -> finding(node, "null", reasons.whyLive(node) + ", so it has no err", "" + err));
            return;
        }
        boolean there = counts.check(
                err != null,
                node.form == Form.VALUE ? List.of(ERR_2, VALUE_8) : List.of(ERR_2),
                rule -> finding(
                        node,
                        "an error",
                        reasons.whyDone(node, rule, seen, "keeps its err") + "; a done context has an err",
                        "null"));
        if (there && err != null) {
            checkSame(node, err);
            checkForeign(node, err);
        }
    }

    /** Returns the rules by which a live context has neither err nor cause; the last of them is {@code general}. */
    static List<Rule> live(Node node, Rule general) {
        List<Rule> rules = new ArrayList<>();
        if (node.form == Form.VALUE) {
            rules.add(VALUE_8);
        }
        rules.add(node.core.form == Form.ROOT ? ROOT_2 : node.core.form == Form.DETACHED ? DETACH_1 : general);
        return rules;
    }

    private static Finding finding(Node node, String expected, String why, String actual) {
        return new Finding("err of " + node, expected, why, actual);
    }

    private void checkSame(Node node, Object err) {
        Object before = errs.putIfAbsent(node.index, err);
        Object again = before == null ? subject.err(node.index) : err;
        Object first = before == null ? err : before;
        counts.check(
                first == again,
                List.of(ERR_3),
                rule -> finding(
                        node,
                        "the object read before, " + first,
                        "the err of a done context never changes",
                        "another object, " + again));
    }

    private void checkForeign(Node node, Object err) {
        Link via = node.cancellable() && followed(node) ? node.via() : null;
        if (via != null && via.holder().form == Form.FOREIGN) {
            Node holder = via.holder();
            Object above = subject.err(holder.index);
            counts.check(
                    err == above,
                    List.of(FOREIGN_14),
                    rule -> finding(
                            node,
                            "the err of " + holder + ", " + above,
                            "the end of the foreign context " + holder + " ended " + node,
                            "" + err));
        }
    }

    private static boolean followed(Node node) {
        return node.endEvent() == EndEvent.CANCELLED_ABOVE
                || node.endEvent() == EndEvent.EXPIRED_ABOVE
                || node.endEvent() == EndEvent.BORN_DONE;
    }
}
