package dev.cascata.conformance.trial;

import dev.cascata.conformance.model.Model;
import dev.cascata.conformance.model.Node;
import dev.cascata.conformance.program.Step;
import java.util.List;

/** What the last step changed, as far as links go. */
final class Change {
    private final Model model;
    private final Step step;
    private final boolean over;
    private final List<Node> merged;

    Change(Model model, Step step, boolean over) {
        this.model = model;
        this.step = step;
        this.over = over;
        this.merged = model.nodes().stream().filter(Node::merged).toList();
    }

    /** Whether it was the last step, after which everything has ended. */
    boolean over() {
        return over;
    }

    /** Whether the step derived contexts. */
    boolean derives() {
        return step instanceof Step.Derive;
    }

    /** Whether the step derived a context that is linked to this one, or would be if it were live. */
    boolean derivesFrom(Node node) {
        return derives() && last().cancellable() && last().heldBy(node);
    }

    /** The youngest context, the last one derived if the step derived any. */
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
                && model.answer()
                && model.callbacks().get(stop.callback()).holder == node;
    }

    /** Whether a merged context that was linked to the context ended in the step. */
    boolean endsMergedBelow(Node node) {
        return merged.stream().anyMatch(m -> m.ended() && m.endedAt() == model.step() && m.heldBy(node));
    }
}
