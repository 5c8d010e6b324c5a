package dev.cascata.conformance.model;

import dev.cascata.conformance.kit.EndKind;
import dev.cascata.conformance.kit.ForeignShape;
import dev.cascata.conformance.model.Node.Form;
import dev.cascata.conformance.program.Step;
import dev.cascata.conformance.program.Step.Derive;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Computes what a program does to contexts, on one thread and on virtual time: the specification in executable form.
 *
 * <p>Parents come before their children in {@link #nodes()}, so one pass from the first to the last carries an end down
 * the whole tree. Where the order of two events of one tick is open, a context keeps every possible end, each with the
 * end of the parent that leads to it. What is read of the parent then leaves fewer of them.
 */
public final class Model {
    private final List<Node> nodes = new ArrayList<>();
    private final List<Registered> callbacks = new ArrayList<>();
    private long now;
    private int step = -1;
    private int steps = Integer.MAX_VALUE;
    private boolean result;
    private boolean tied;
    private final List<Node> events = new ArrayList<>();

    public Model() {
        derivation().root();
    }

    public List<Node> nodes() {
        return nodes;
    }

    public List<Registered> callbacks() {
        return callbacks;
    }

    public long now() {
        return now;
    }

    /** Sets the number of steps after which everything is cancelled. */
    public void endsAfter(int size) {
        steps = size;
    }

    /** Returns when a step was taken, in words. */
    public String at(int number) {
        return number < steps ? "in step " + (number + 1) : "at the end";
    }

    /** Returns the number of the last step. */
    public int step() {
        return step;
    }

    /** Returns what the last step, a cancel or a stop, has to return. */
    public boolean result() {
        return result;
    }

    /** Whether the last step left an outcome open. */
    public boolean tied() {
        return tied;
    }

    /** Returns the contexts that an event of their own ended in the last step. */
    public List<Node> events() {
        return events;
    }

    /**
     * Returns the step itself. A foreign context that would share or watch the done of a hook gets a hook instead,
     * since that done must not be watched.
     */
    public Step possible(Step wanted) {
        if (wanted instanceof Step.Foreign foreign && foreign.shape() != ForeignShape.HOOK) {
            Node parent = nodes.get(foreign.parent());
            Node waited = foreign.shape() == ForeignShape.SHARING ? parent : parent.inside();
            return waited.shown().shape == ForeignShape.HOOK
                    ? new Step.Foreign(foreign.parent(), ForeignShape.HOOK)
                    : wanted;
        }
        return wanted;
    }

    public void apply(Step next) {
        step++;
        tied = false;
        events.clear();
        if (next instanceof Derive derive) {
            derivation().derive(derive);
        } else if (next instanceof Step.Background) {
            derivation().root();
        } else if (next instanceof Step.Cancel cancel) {
            cancel(nodes.get(cancel.context()), cancel.cause());
        } else if (next instanceof Step.AfterFunc afterFunc) {
            afterFunc(nodes.get(afterFunc.context()), callbacks.size());
        } else if (next instanceof Step.AfterFuncAgain again) {
            Registered first = callbacks.get(again.callback());
            afterFunc(first.context, first.object);
        } else if (next instanceof Step.StopCallback stop) {
            stop(callbacks.get(stop.callback()));
        } else if (next instanceof Step.Advance advance) {
            advance(advance.ticks());
        }
    }

    private Derivation derivation() {
        return new Derivation(nodes, now, step);
    }

    private void cancel(Node node, @Nullable String cause) {
        result = !node.done();
        if (result) {
            node.outcome.end(EndEvent.CANCELLED, new End(EndKind.CANCELLED, cause), step);
            events.add(node);
            node.nullCause = Step.NULL_CAUSE.equals(cause);
            if (node.hasLinks) {
                carryDown(nodes.subList(node.index, nodes.size()));
            }
            callbacks.forEach(this::runIfEnded);
        }
    }

    /** Ends the contexts that are linked to one that is done. */
    private void carryDown(List<Node> younger) {
        for (Node node : younger) {
            List<Link> above = node.cancellable() && !node.done() ? node.doneAbove() : List.of();
            if (!above.isEmpty()) {
                node.outcome.follow(EndEvent.CANCELLED_ABOVE, above, step);
            }
        }
    }

    private void runIfEnded(Registered callback) {
        if (callback.state == Registered.State.WAITING && callback.context.done()) {
            callback.state = Registered.State.RAN;
            callback.ranAt = step;
        }
    }

    private void afterFunc(Node context, int object) {
        Registered callback = new Registered(callbacks.size(), context, object);
        callback.bornDone = context.done();
        callbacks.add(callback);
        runIfEnded(callback);
    }

    private void stop(Registered callback) {
        result = callback.state == Registered.State.WAITING;
        if (result) {
            callback.state = Registered.State.STOPPED;
        }
    }

    private void advance(long ticks) {
        long end = now + ticks;
        TreeSet<Long> moments = new TreeSet<>();
        nodes.stream()
                .filter(n -> n.timer != null && n.timer > now && n.timer <= end)
                .forEach(n -> moments.add(n.timer));
        moments.forEach(this::expire);
        nodes.stream().filter(n -> n.cancellable() && n.endedAt() == step).forEach(n -> n.outcome.reconsider());
        now = end;
    }

    private void expire(long moment) {
        now = moment;
        for (Node node : nodes) {
            if (node.cancellable() && !node.done()) {
                expire(node, node.timer != null && node.timer == moment);
            }
        }
        callbacks.forEach(this::runIfEnded);
    }

    /** Called for each context after those above it: those of them that are done ended at this very moment. */
    private void expire(Node node, boolean due) {
        List<Link> above = node.doneAbove();
        if (due) {
            events.add(node);
        }
        if (above.isEmpty()) {
            if (due) {
                node.outcome.end(EndEvent.EXPIRED, new End(EndKind.DEADLINE_EXCEEDED, node.ownCause), step);
            }
        } else if (due) {
            node.outcome.tie(new End(EndKind.DEADLINE_EXCEEDED, node.ownCause), above, step);
            tied = true;
        } else {
            node.outcome.follow(EndEvent.EXPIRED_ABOVE, above, step);
            tied |= node.allowed().size() > 1 && above.size() > 1;
        }
    }

    /** Returns the value layer that a lookup finds, or null. */
    @Nullable
    public Node binding(Node node, int key) {
        for (Node at = node; at != null; at = at.parent) {
            if (at.form == Form.VALUE && at.key == key) {
                return at;
            }
        }
        return null;
    }

    /** Counts the live children and waiting callbacks of each context, by its number. */
    public int[] dependents() {
        return Dependents.count(nodes, callbacks);
    }

    /** Counts the timers that wait, including those too far away to be needed. */
    public long timers() {
        return nodes.stream().filter(n -> n.timer != null && !n.done()).count();
    }
}
