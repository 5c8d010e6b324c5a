package dev.cascata.conformance.trial;

import static dev.cascata.conformance.rules.CancelRule.CANCEL_1;
import static dev.cascata.conformance.rules.CancelRule.CANCEL_5;
import static dev.cascata.conformance.rules.CancelRule.CANCEL_6;
import static dev.cascata.conformance.rules.DeadlineRule.DEADLINE_15;
import static dev.cascata.conformance.rules.DeadlineRule.DEADLINE_5;
import static dev.cascata.conformance.rules.DetachRule.DETACH_1;
import static dev.cascata.conformance.rules.DetachRule.DETACH_3;
import static dev.cascata.conformance.rules.ForeignRule.FOREIGN_7;
import static dev.cascata.conformance.rules.MergeRule.MERGE_7;
import static dev.cascata.conformance.rules.RootRule.ROOT_1;
import static dev.cascata.conformance.rules.RootRule.ROOT_5;
import static dev.cascata.conformance.rules.ValueRule.VALUE_8;

import dev.cascata.conformance.model.Ancestry;
import dev.cascata.conformance.model.Model;
import dev.cascata.conformance.model.Node;
import dev.cascata.conformance.model.Node.Form;
import dev.cascata.conformance.program.ProgramPrinter;
import dev.cascata.conformance.program.Step;
import dev.cascata.conformance.rules.Rule;
import java.util.ArrayList;
import java.util.List;

/** The rules by which a context is still live after a step, and the reason in words. */
final class LifeJustification {
    private final Model model;
    private final Step step;

    LifeJustification(Model model, Step step) {
        this.model = model;
        this.step = step;
    }

    /** Returns the rules; the one under which a failure is best understood comes first. */
    List<Rule> rules(Node node) {
        List<Rule> rules = new ArrayList<>();
        if (model.events().stream().anyMatch(e -> belowForeignAround(node, e))) {
            rules.add(FOREIGN_7);
        }
        if (node.neverEnds()) {
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

    /** Whether the context of an event is linked to a foreign context around this one. */
    private static boolean belowForeignAround(Node node, Node event) {
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
            if (Ancestry.unrelated(event, node)) {
                rules.add(ROOT_5);
            } else if (Ancestry.above(event, node.core)) {
                rules.add(DETACH_3);
            }
        }
        if (step instanceof Step.Advance && node.deadline != null) {
            rules.add(node.deadline == Step.HUGE ? DEADLINE_15 : DEADLINE_5);
        } else if (step instanceof Step.Cancel && !model.result()) {
            rules.add(CANCEL_6);
        }
        rules.add(CANCEL_5);
    }

    /** Says why the context is live. */
    String why(Node node) {
        String shown = node == node.core ? "" : node + " shows the end of " + node.core + ", and ";
        return shown + core(node.core);
    }

    private String core(Node core) {
        if (core.form == Form.ROOT) {
            return core + " is a root, and a root never ends";
        } else if (core.form == Form.DETACHED) {
            return core + " is detached, and a detached context never ends";
        }
        String parents = core.born == model.step()
                ? core + " is new and was derived from a live context"
                : "neither " + core + " nor a context that it is linked to has ended";
        return parents + deadline(core) + other(core);
    }

    private String deadline(Node core) {
        return core.deadline == null
                ? ""
                : ", and its deadline, tick " + ProgramPrinter.ticks(core.deadline) + ", is to come (it is tick "
                        + model.now() + ")";
    }

    /** Says why the end of another context in the step does not end this one. */
    private String other(Node core) {
        if (step instanceof Step.Cancel cancel && !model.result()) {
            return "; c" + cancel.context() + " was done before this step, so its cancel changes nothing";
        }
        return core.born == model.step() || model.events().isEmpty()
                ? ""
                : "; " + relation(core, model.events().get(0));
    }

    private static String relation(Node core, Node event) {
        if (Ancestry.above(core, event)) {
            return event + " ended below it, and an end never goes up";
        } else if (Ancestry.unrelated(event, core)) {
            return event + " ended under another root";
        } else if (Ancestry.above(event, core)) {
            return event + " ended above it, and a detached context between them keeps that end away";
        }
        return event + " ended beside it, and an end never goes sideways";
    }
}
