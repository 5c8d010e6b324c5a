package dev.cascata.conformance.trial;

import dev.cascata.conformance.model.Dependents;
import dev.cascata.conformance.model.Model;
import dev.cascata.conformance.model.Node;
import dev.cascata.conformance.model.Node.Form;
import dev.cascata.conformance.program.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Compares the dependents of contexts, what is attached to foreign ones, and the timers, with the model. A library that
 * notices an end only when a context is read may have fewer dependents than the model, never more.
 */
final class LinkChecker {
    private static final int MOST_NAMES = 6;

    private final Model model;
    private final DependentsChecker dependents;
    private final AttachmentChecker attachments;
    private final TimerChecker timers;
    private final Set<Node> doubtful = new HashSet<>();
    private boolean allDone;

    LinkChecker(Model model, Subject subject, RuleCounts counts, Patience patience) {
        this.model = model;
        this.dependents = new DependentsChecker(model, subject, counts);
        this.attachments = new AttachmentChecker(model, subject, counts, patience);
        this.timers = new TimerChecker(model, subject, counts);
    }

    /** Notes that every context has been cancelled. */
    void allDone() {
        allDone = true;
    }

    /** Whether other threads have linked and unlinked what the model expects. */
    boolean settled() {
        int[] expected = model.dependents();
        return timers.settled()
                && model.nodes().stream()
                        .allMatch(n -> n.inner || doubtful.contains(n) || settled(n, expected[n.index]));
    }

    private boolean settled(Node node, int expected) {
        return node.form == Form.FOREIGN ? attachments.settled(node, expected) : dependents.settled(node, expected);
    }

    void check(Step step) {
        Change change = new Change(model, step, allDone);
        int[] expected = model.dependents();
        List<Node> read = model.nodes().stream().filter(n -> !n.inner).toList();
        read.stream().filter(n -> n.form == Form.FOREIGN).forEach(n -> checkAttached(change, n, expected[n.index]));
        read.stream().filter(n -> n.form != Form.FOREIGN).forEach(n -> checkDependents(change, n, expected[n.index]));
        timers.check(change);
    }

    private void checkAttached(Change change, Node node, int expected) {
        if (!doubtful.contains(node) && !attachments.check(change, node, expected)) {
            doubt(node);
        }
    }

    /** Doubts the context inside too, since it also counts what a foreign context with a hook registers. */
    private void doubt(Node foreign) {
        doubtful.add(foreign);
        Node inside = Dependents.registersWith(foreign);
        if (inside != null) {
            doubtful.add(inside);
        }
    }

    private void checkDependents(Change change, Node node, int expected) {
        if (!doubtful.contains(node) && !dependents.check(change, node, expected)) {
            doubtful.add(node);
        }
    }

    /** Says which live children and waiting callbacks a context has. */
    static String dependents(Model model, Node node) {
        List<String> names = Dependents.names(model, node);
        if (names.isEmpty()) {
            return "no live child and no waiting callback is linked to it";
        } else if (names.size() > MOST_NAMES) {
            return names.size() + " live children and waiting callbacks are linked to it";
        }
        return (names.size() == 1 ? "its only dependent is " : "its dependents are ") + String.join(", ", names);
    }
}
