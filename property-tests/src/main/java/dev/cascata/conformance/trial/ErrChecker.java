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
import dev.cascata.conformance.model.Model;
import dev.cascata.conformance.model.Node;
import dev.cascata.conformance.model.Node.Form;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.trial.RuleCounts.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares the err of contexts with the model. */
final class ErrChecker {
    private final Model model;
    private final Subject subject;
    private final RuleCounts ledger;
    private final Map<Integer, Object> errs = new HashMap<>();

    ErrChecker(Model model, Subject subject, RuleCounts ledger) {
        this.model = model;
        this.subject = subject;
        this.ledger = ledger;
    }

    void check(Node node) {
        Object err = subject.err(node.index);
        boolean ended = node.ended();
        if (!ended) {
            List<Rule> rules =
                    node.form == Form.ROOT ? List.of(ROOT_2) : node.endless() ? List.of(DETACH_1) : List.of(ERR_1);
            ledger.check(err == null, rules, () -> finding(node, "null", "" + err));
            return;
        }
        boolean there = ledger.check(
                err != null,
                node.form == Form.VALUE ? List.of(ERR_2, VALUE_8) : List.of(ERR_2),
                () -> finding(node, "an error", "null"));
        if (there && err != null) {
            checkSame(node, err);
            checkForeign(node, err);
        }
    }

    private Finding finding(Node node, String expected, String actual) {
        return new Finding("err of " + node, expected, new EndReason(model).of(node), actual);
    }

    private void checkSame(Node node, Object err) {
        Object before = errs.putIfAbsent(node.index, err);
        Object again = before == null ? subject.err(node.index) : err;
        Object first = before == null ? err : before;
        ledger.check(
                first == again,
                List.of(ERR_3),
                () -> finding(node, "the object read before", "another object: " + again));
    }

    private void checkForeign(Node node, Object err) {
        Link via = node.cancellable() && followed(node) ? node.via() : null;
        if (via != null && via.holder().form == Form.FOREIGN) {
            Node holder = via.holder();
            Object above = subject.err(holder.index);
            ledger.check(
                    err == above,
                    List.of(FOREIGN_14),
                    () -> finding(node, "the err of " + holder + ": " + above, "" + err));
        }
    }

    private static boolean followed(Node node) {
        return node.how() == EndEvent.CANCELLED_ABOVE
                || node.how() == EndEvent.EXPIRED_ABOVE
                || node.how() == EndEvent.BORN_ENDED;
    }
}
