package dev.cascata.conformance.trial;

import static dev.cascata.conformance.rules.DeadlineRule.*;
import static dev.cascata.conformance.rules.LinkRule.LINK_10;
import static dev.cascata.conformance.rules.LinkRule.LINK_8;
import static dev.cascata.conformance.rules.LinkRule.LINK_9;

import dev.cascata.conformance.model.EndEvent;
import dev.cascata.conformance.model.Model;
import dev.cascata.conformance.model.Node;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.trial.RuleCounts.Finding;
import java.util.ArrayList;
import java.util.List;

/** Compares the timers that wait with the model. */
final class TimerChecker {
    private final Model model;
    private final Subject subject;
    private final RuleCounts counts;
    private boolean doubtful;

    TimerChecker(Model model, Subject subject, RuleCounts counts) {
        this.model = model;
        this.subject = subject;
        this.counts = counts;
    }

    /** Whether no more wait than are to, if stopping them is left to other threads. */
    boolean settled() {
        boolean awaited = counts() && model.nodes().stream().anyMatch(Node::endedThroughForeign);
        return !awaited || subject.timers() <= model.timers();
    }

    private boolean counts() {
        return counts.declares(Capability.TIMER_COUNT) && !doubtful;
    }

    void check(Change change) {
        if (counts()) {
            compare(change);
        }
    }

    private void compare(Change change) {
        long most = model.timers();
        int actual = subject.timers();
        boolean ok = counts.check(
                actual <= most,
                timers(change),
                rule -> new Finding("timers that wait", Finding.atMost(most), why(change, most, rule), "" + actual));
        doubtful = !ok;
    }

    private static String why(Change change, long most, Rule rule) {
        String live = most == 0
                ? "no live context has a deadline of its own"
                : most == 1
                        ? "one live context has a deadline of its own"
                        : most + " live contexts have a deadline of their own";
        if (rule == DEADLINE_2) {
            return live + "; that of " + change.last() + " is later than the one above it, so it needs no timer";
        } else if (rule == LINK_10) {
            return live + "; " + change.last() + " is done from the start, so it needs no timer";
        }
        return live;
    }

    private List<Rule> timers(Change change) {
        List<Rule> rules = new ArrayList<>();
        if (change.allDone()) {
            rules.add(LINK_8);
        }
        Node last = change.last();
        if (change.derives()) {
            rules.addAll(last.dropped ? List.of(DEADLINE_2) : last.done() ? List.of(LINK_10, DEADLINE_18) : List.of());
        }
        for (Node event : model.events()) {
            if (event.timer != null && event.endEvent() == EndEvent.CANCELLED) {
                rules.add(DEADLINE_10);
            }
            if (model.nodes().stream().anyMatch(n -> n.timer != null && n != event && n.origin() == event)) {
                rules.add(DEADLINE_12);
            }
        }
        if (model.events().isEmpty() && !change.derives()) {
            rules.add(LINK_9);
        }
        rules.add(DEADLINE_18);
        return rules;
    }
}
