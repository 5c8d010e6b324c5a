package dev.cascata.conformance.trial;

import dev.cascata.conformance.model.Model;
import dev.cascata.conformance.model.Node;
import dev.cascata.conformance.program.Step;
import java.util.List;

/** Says what the last step changed in the links of contexts. */
final class Change {
    private final Model model;
    private final Step step;
    private final boolean allDone;
    private final List<Node> merged;

    Change(Model model, Step step, boolean allDone) {
        this.model = model;
        this.step = step;
        this.allDone = allDone;
        this.merged = model.nodes().stream().filter(Node::merged).toList();
    }

    /** Whether every context has been cancelled. */
    boolean allDone() {
        return allDone;
    }

    /** Whether the step derived contexts. */
    boolean derives() {
        return step instanceof Step.Derive;
    }

    /** Whether the step derived a child of the context, live or done from the start. */
    boolean derivesFrom(Node node) {
        return derives() && last().cancellable() && last().linkedTo(node);
    }

    /** Returns the youngest context, which is the last one derived if the step derived any. */
    Node last() {
        return model.nodes().get(model.nodes().size() - 1);
    }

    /** Whether the step registered a callback that is a dependent of the context. */
    boolean registers(Node node) {
        boolean registered = step instanceof Step.AfterFunc || step instanceof Step.AfterFuncAgain;
        return registered && model.callbacks().get(model.callbacks().size() - 1).holder == node;
    }

    /** Whether the step stopped a callback that was a dependent of the context. */
    boolean stops(Node node) {
        return step instanceof Step.StopCallback stop
                && model.result()
                && model.callbacks().get(stop.callback()).holder == node;
    }

    /** Whether a merged context that was linked to the context ended in the step. */
    boolean endsMergedBelow(Node node) {
        return merged.stream().anyMatch(m -> m.done() && m.endedAt() == model.step() && m.linkedTo(node));
    }
}
