package dev.cascata.conformance.trial;

import static dev.cascata.conformance.rules.CallbackRule.CALLBACK_12;
import static dev.cascata.conformance.rules.CallbackRule.CALLBACK_13;
import static dev.cascata.conformance.rules.DeadlineRule.*;
import static dev.cascata.conformance.rules.ForeignRule.*;
import static dev.cascata.conformance.rules.LinkRule.*;
import static dev.cascata.conformance.rules.MergeRule.*;
import static dev.cascata.conformance.rules.RootRule.ROOT_6;

import dev.cascata.conformance.kit.ForeignShape;
import dev.cascata.conformance.model.Model;
import dev.cascata.conformance.model.Node;
import dev.cascata.conformance.model.Node.Form;
import dev.cascata.conformance.model.Node.How;
import dev.cascata.conformance.model.Registered;
import dev.cascata.conformance.program.Step;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.ForeignRule;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.trial.RuleCounts.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Compares what contexts hold, what is attached to foreign ones, and the timers, with the model. A library that finds
 * out about ends when it is read may hold less than the model; nobody may hold more.
 */
final class LinkChecker {
    private final Model model;
    private final Subject subject;
    private final RuleCounts ledger;
    private final Patience patience;
    private final Set<Node> doubtful = new HashSet<>();
    private List<Node> merged = List.of();
    private boolean timersDoubtful;
    private boolean over;

    LinkChecker(Model model, Subject subject, RuleCounts ledger, Patience patience) {
        this.model = model;
        this.subject = subject;
        this.ledger = ledger;
        this.patience = patience;
    }

    /** From now on everything has ended. */
    void over() {
        over = true;
    }

    /** Whether links and watchers are as the model expects them once other threads have done their part. */
    boolean settled() {
        int[] dependents = model.dependents();
        boolean timers = !timersDoubtful
                && ledger.declares(Capability.TIMER_COUNT)
                && model.nodes().stream().anyMatch(Node::endedThroughWrapper);
        return (!timers || subject.timers() <= model.timers())
                && model.nodes().stream()
                        .allMatch(n -> n.inner || doubtful.contains(n) || settled(n, dependents[n.index]));
    }

    private boolean settled(Node node, int expected) {
        if (node.form == Form.FOREIGN) {
            return subject.attached(node.index) <= expected;
        }
        return !node.endedThroughWrapper()
                || !counts(node)
                || subject.dependents(node.index).orElse(expected) == expected;
    }

    private boolean counts(Node node) {
        boolean countable = node.cancellable() || node == node.core;
        return countable && ledger.declares(Capability.DEPENDENTS);
    }

    void check(Step step) {
        int[] dependents = model.dependents();
        merged = model.nodes().stream().filter(Node::merged).toList();
        List<Node> read = model.nodes().stream().filter(n -> !n.inner).toList();
        read.stream().filter(n -> n.form == Form.FOREIGN).forEach(n -> check(step, n, dependents[n.index]));
        read.stream().filter(n -> n.form != Form.FOREIGN).forEach(n -> check(step, n, dependents[n.index]));
        if (ledger.declares(Capability.TIMER_COUNT) && !timersDoubtful) {
            checkTimers(step);
        }
    }

    private void check(Step step, Node node, int expected) {
        if (doubtful.contains(node)) {
            return;
        }
        if (node.form == Form.FOREIGN) {
            checkAttached(step, node, node.shape == ForeignShape.SHARING ? 0 : expected);
        } else if (counts(node)) {
            OptionalInt actual = subject.dependents(node.index);
            actual.ifPresent(a -> checkHeld(step, node, expected, a));
        }
    }

    private void checkHeld(Step step, Node node, int expected, int actual) {
        boolean lazy = ledger.declares(Capability.LAZY);
        boolean ok = ledger.check(
                lazy ? actual <= expected : actual == expected,
                dependents(step, node, expected),
                () -> new Finding(
                        "children and callbacks held by " + node,
                        (lazy ? "at most " : "") + expected,
                        why(node, expected),
                        "" + actual));
        if (!ok) {
            doubtful.add(node);
        }
    }

    private List<Rule> dependents(Step step, Node node, int expected) {
        List<Rule> rules = new ArrayList<>();
        if (over) {
            rules.add(LINK_8);
        } else if (node.endless()) {
            rules.add(ROOT_6);
        } else if (node.ended()) {
            rules.addAll(bornBelow(step, node) ? List.of(LINK_10, LINK_3) : List.of(LINK_3));
        } else {
            changed(step, node, rules);
            rules.add(expected > 0 ? LINK_5 : LINK_1);
        }
        return rules;
    }

    private boolean bornBelow(Step step, Node ended) {
        Node last = last();
        return step instanceof Step.Derive && last.cancellable() && !last.merged() && last.heldBy(ended);
    }

    private Node last() {
        return model.nodes().get(model.nodes().size() - 1);
    }

    private void changed(Step step, Node node, List<Rule> rules) {
        if (letsGo(node)) {
            rules.add(MERGE_5);
        }
        for (Node event : model.events()) {
            if (event.heldBy(node)) {
                rules.add(event.how() == How.CANCELLED ? LINK_2 : DEADLINE_11);
            }
        }
        Node last = last();
        if (step instanceof Step.Derive && last.heldBy(node) && last.cancellable()) {
            if (last.merged()) {
                rules.add(last.ended() ? MERGE_6 : MERGE_9);
            }
            rules.add(last.ended() ? LINK_10 : LINK_1);
        } else if (step instanceof Step.AfterFunc afterFunc && model.nodes().get(afterFunc.context()).holder == node) {
            rules.add(CALLBACK_13);
        } else if (step instanceof Step.StopCallback stop
                && model.answer()
                && model.callbacks().get(stop.callback()).holder == node) {
            rules.add(CALLBACK_12);
        }
    }

    /** Whether a merged context that hung on it has ended in the last step. */
    private boolean letsGo(Node node) {
        return merged.stream().anyMatch(m -> m.ended() && m.endedAt() == model.step() && m.heldBy(node));
    }

    private static String why(Node node, int expected) {
        if (node.endless()) {
            return "what can never end has nothing to tell anybody";
        }
        if (node.ended()) {
            return node + " has ended";
        }
        return live(expected) + " linked to it";
    }

    private void checkAttached(Step step, Node node, int expected) {
        int actual = attached(node, expected);
        boolean exact = node.shape != ForeignShape.OWN || expected == 0;
        boolean ok = ledger.check(
                exact ? actual == expected : actual <= expected,
                attached(step, node, actual > expected),
                () -> new Finding(
                        (node.shape == ForeignShape.OWN ? "threads that watch " : "callbacks registered with ") + node,
                        (exact ? "" : "at most ") + expected,
                        whyAttached(node, expected),
                        "" + actual));
        if (!ok) {
            doubt(node);
        }
    }

    /** A thread that has just begun to watch may be counted before one that is to give up has done so. */
    private int attached(Node node, int expected) {
        boolean few = node.shape == ForeignShape.OWN && patience.until(() -> subject.attached(node.index) <= expected);
        return few ? Math.min(expected, subject.attached(node.index)) : subject.attached(node.index);
    }

    /** What a wrapper with a hook has registered counts with the context inside, too. */
    private void doubt(Node wrapper) {
        doubtful.add(wrapper);
        Node inside = Model.registersWith(wrapper);
        if (inside != null) {
            doubtful.add(inside);
        }
    }

    private List<Rule> attached(Step step, Node node, boolean tooMany) {
        List<Rule> rules = new ArrayList<>();
        if (over) {
            rules.add(LINK_8);
        }
        Node last = last();
        if (step instanceof Step.Derive && last.form != Form.FOREIGN && last.parents.contains(node) && node.ended()) {
            rules.add(FOREIGN_12);
        }
        switch (node.requireShape()) {
            case SHARING -> rules.addAll(List.of(FOREIGN_1, FOREIGN_6));
            case OWN -> rules.add(FOREIGN_2);
            case HOOK -> rules.add(hooked(node, tooMany));
        }
        return rules;
    }

    private ForeignRule hooked(Node node, boolean tooMany) {
        if (node.endless() || node.ended()) {
            return FOREIGN_6;
        } else if (!tooMany && throughLayers(node)) {
            return FOREIGN_16;
        }
        return tooMany || released(node) ? FOREIGN_5 : FOREIGN_4;
    }

    /** Whether something is attached to a wrapper, or is to be, of which it is not itself the parent. */
    private boolean throughLayers(Node wrapper) {
        return model.nodes().stream()
                        .anyMatch(n -> n.cancellable()
                                && !n.ended()
                                && n.links.stream().anyMatch(l -> l.holder() == wrapper && l.layered()))
                || model.callbacks().stream()
                        .anyMatch(
                                c -> c.holder == wrapper && c.context != wrapper && c.state == Registered.State.WAITING)
                || throughWrapper(wrapper);
    }

    /** Whether another wrapper, around a value layer, hands on to this one what is attached to it. */
    private boolean throughWrapper(Node wrapper) {
        int[] dependents = model.dependents();
        return model.nodes().stream().anyMatch(n -> Model.registersWith(n) == wrapper && dependents[n.index] > 0);
    }

    private boolean released(Node node) {
        boolean child = model.events().stream().anyMatch(e -> e.heldBy(node));
        return child
                || letsGo(node)
                || model.callbacks().stream().anyMatch(c -> c.holder == node && c.state == Registered.State.STOPPED);
    }

    private static String live(int count) {
        return count == 0
                ? "no live context and no waiting callback is"
                : count == 1
                        ? "one live context or waiting callback is"
                        : count + " live contexts and waiting callbacks are";
    }

    private static String whyAttached(Node node, int expected) {
        if (node.shape == ForeignShape.SHARING) {
            return "it shares the done of the context inside, so nothing needs to attach to it";
        }
        return live(expected) + " attached to it";
    }

    private void checkTimers(Step step) {
        long most = model.timers();
        int actual = subject.timers();
        boolean ok = ledger.check(
                actual <= most,
                timers(step),
                () -> new Finding(
                        "timers that wait",
                        "at most " + most,
                        most == 0
                                ? "no live context has a deadline of its own"
                                : "of the live contexts, " + most + " have a deadline of their own",
                        "" + actual));
        timersDoubtful = !ok;
    }

    private List<Rule> timers(Step step) {
        List<Rule> rules = new ArrayList<>();
        if (over) {
            rules.add(LINK_8);
        }
        Node last = last();
        if (step instanceof Step.Derive) {
            rules.addAll(last.dropped ? List.of(DEADLINE_2) : last.ended() ? List.of(LINK_10, DEADLINE_18) : List.of());
        }
        for (Node event : model.events()) {
            if (event.timer != null && event.how() == How.CANCELLED) {
                rules.add(DEADLINE_10);
            }
            if (model.nodes().stream().anyMatch(n -> n.timer != null && n != event && n.origin == event)) {
                rules.add(DEADLINE_12);
            }
        }
        if (model.events().isEmpty() && !(step instanceof Step.Derive)) {
            rules.add(LINK_9);
        }
        rules.add(DEADLINE_18);
        return rules;
    }
}
