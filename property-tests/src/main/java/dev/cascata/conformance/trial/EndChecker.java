package dev.cascata.conformance.trial;

import static dev.cascata.conformance.rules.ErrRule.ERR_8;
import static dev.cascata.conformance.rules.UseRule.USE_1;

import dev.cascata.conformance.model.Model;
import dev.cascata.conformance.model.Node;
import dev.cascata.conformance.model.Node.Form;
import dev.cascata.conformance.program.Step;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.trial.RuleCounts.Finding;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares done of every context with the model, then its err, kind, cause and deadline. */
final class EndChecker {
    /** Thrown when an already reported rule fails again: the rest of the program cannot be judged. */
    static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1;

        Abandoned() {
            super("abandoned", null, false, false);
        }
    }

    private final Model model;
    private final Subject subject;
    private final RuleCounts counts;
    private final ErrChecker errs;
    private final CauseChecker causes;
    private final DeadlineChecker deadlines;
    private final Map<Integer, Object> doneObjects = new HashMap<>();
    private final Set<Integer> endsSeen = new HashSet<>();
    private Justification reasons;
    private boolean allDone;

    EndChecker(Model model, Subject subject, RuleCounts counts) {
        this.model = model;
        this.subject = subject;
        this.counts = counts;
        this.errs = new ErrChecker(subject, counts);
        this.causes = new CauseChecker(subject, counts);
        this.deadlines = new DeadlineChecker(subject, counts);
        this.reasons = new Justification(model, new Step.Advance(0));
    }

    void after(Step step) {
        reasons = new Justification(model, step);
    }

    /** Notes that every context has been cancelled. */
    void allDone() {
        allDone = true;
    }

    /** Checks what has to be done when the step returns, before other code runs. */
    void checkAtOnce() {
        for (Node node : model.nodes()) {
            boolean direct = !node.done() || node.endedAt() < model.step() || !node.endedThroughForeign();
            if (node.form != Form.FOREIGN && direct && !node.sparse) {
                checkDone(node);
            }
        }
    }

    void check() {
        List<Node> nodes = model.nodes();
        nodes.stream().filter(n -> allDone || !n.sparse).forEach(this::checkDone);
        List<Node> read = nodes.stream().filter(n -> !n.inner).collect(Collectors.toList());
        List<Node> own = read.stream().filter(n -> n.form != Form.FOREIGN).toList();
        own.forEach(n -> errs.check(n, reasons, seen(n)));
        if (counts.declares(Capability.KINDS)) {
            own.forEach(n -> causes.checkKind(n, reasons, seen(n)));
        }
        if (counts.declares(Capability.CAUSES)) {
            read.forEach(n -> causes.check(n, reasons, seen(n)));
        }
        if (counts.declares(Capability.DEADLINES)) {
            own.forEach(deadlines::check);
        }
        if (counts.declares(Capability.DONE_OBJECT)) {
            read.stream().filter(n -> n.shown().form != Form.FOREIGN).forEach(this::checkDoneObject);
        }
        read.stream().filter(Node::done).forEach(n -> endsSeen.add(n.index));
        read.forEach(this::checkAgain);
    }

    private boolean seen(Node node) {
        return endsSeen.contains(node.index);
    }

    private void checkDone(Node node) {
        boolean expected = node.done();
        boolean actual = subject.done(node.index);
        if (expected == actual && node.inner) {
            return;
        }
        List<Rule> rules = expected ? reasons.done(node, seen(node)) : reasons.live(node);
        if (!counts.check(expected == actual, rules, rule -> finding(node, rule, actual))) {
            throw new Abandoned();
        }
    }

    private static String word(boolean done) {
        return done ? "done" : "live";
    }

    private Finding finding(Node node, Rule rule, boolean actual) {
        boolean expected = node.done();
        String why = expected ? reasons.whyDone(node, rule, seen(node), "stays done") : reasons.whyLive(node);
        return new Finding("done of " + node, word(expected), why, word(actual));
    }

    private void checkDoneObject(Node node) {
        Object now = subject.doneObject(node.index);
        Object before = doneObjects.putIfAbsent(node.index, now);
        counts.check(
                before == null || before == now,
                List.of(ERR_8),
                rule -> new Finding(
                        "the done object of " + node,
                        "the object read before",
                        "done returns one object for the whole life of a context",
                        "another object"));
    }

    /** Checks that the other reads have not changed done. */
    private void checkAgain(Node node) {
        boolean expected = node.done();
        boolean actual = subject.done(node.index);
        counts.check(
                actual == expected,
                List.of(USE_1),
                rule -> new Finding(
                        "done of " + node,
                        word(expected),
                        "it was " + word(expected) + " before the other reads, and a read changes nothing",
                        word(actual)));
    }
}
