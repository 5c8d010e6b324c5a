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
 * The specification, executable: what a program of steps does to contexts, on one thread and on virtual time.
 *
 * <p>Parents come before their children in {@link #nodes()}, so one pass in order carries an end down the whole tree.
 * Where the order of two events of one tick is open, a context keeps every end that may have come about, each tied to
 * what became of its parent; what is seen of the parent narrows it down.
 */
public final class Model {
    private final List<Node> nodes = new ArrayList<>();
    private final List<Registered> callbacks = new ArrayList<>();
    private long now;
    private int step = -1;
    private int steps = Integer.MAX_VALUE;
    private boolean answer;
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

    /** The number of steps after which everything is cancelled. */
    public void endsAfter(int size) {
        steps = size;
    }

    /** Returns when a step was taken, in words. */
    public String at(int number) {
        return number < steps ? "in step " + (number + 1) : "at the end";
    }

    /** The number of the last step. */
    public int step() {
        return step;
    }

    /** What the last step, a cancel or a stop, has to answer. */
    public boolean answer() {
        return answer;
    }

    /** Whether the last step left an outcome open. */
    public boolean tied() {
        return tied;
    }

    /** The contexts that an event of their own ended in the last step. */
    public List<Node> events() {
        return events;
    }

    /** The step itself; but a wrapper that would share, or watch, a done which nobody may watch gets a hook instead. */
    public Step possible(Step wanted) {
        if (wanted instanceof Step.Foreign foreign && foreign.shape() != ForeignShape.HOOK) {
            Node parent = nodes.get(foreign.parent());
            Node waited = foreign.shape() == ForeignShape.SHARING ? parent : parent.wrapped();
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
        answer = !node.ended();
        if (answer) {
            node.outcome.end(EndEvent.CANCELLED, new End(EndKind.CANCELLED, cause), step);
            events.add(node);
            node.nullCause = Step.NULL_CAUSE.equals(cause);
            if (node.bears) {
                carryDown(nodes.subList(node.index, nodes.size()));
            }
            callbacks.forEach(this::runIfEnded);
        }
    }

    /** Ends what hangs on something that has ended. */
    private void carryDown(List<Node> younger) {
        for (Node node : younger) {
            List<Link> above = node.cancellable() && !node.ended() ? node.endedAbove() : List.of();
            if (!above.isEmpty()) {
                node.outcome.follow(EndEvent.CANCELLED_ABOVE, above, step);
            }
        }
    }

    private void runIfEnded(Registered callback) {
        if (callback.state == Registered.State.WAITING && callback.context.ended()) {
            callback.state = Registered.State.RAN;
            callback.ranAt = step;
        }
    }

    private void afterFunc(Node context, int object) {
        Registered callback = new Registered(callbacks.size(), context, object);
        callback.bornEnded = context.ended();
        callbacks.add(callback);
        runIfEnded(callback);
    }

    private void stop(Registered callback) {
        answer = callback.state == Registered.State.WAITING;
        if (answer) {
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
            if (node.cancellable() && !node.ended()) {
                expire(node, node.timer != null && node.timer == moment);
            }
        }
        callbacks.forEach(this::runIfEnded);
    }

    /** Called for each context after those above it: what has ended above did so at this very moment. */
    private void expire(Node node, boolean due) {
        List<Link> above = node.endedAbove();
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

    /** What a lookup finds: the value layer, or null. */
    @Nullable
    public Node binding(Node node, int key) {
        for (Node at = node; at != null; at = at.parent) {
            if (at.form == Form.VALUE && at.key == key) {
                return at;
            }
        }
        return null;
    }

    /** How many live children and waiting callbacks each context holds, by number; of a wrapper, has attached. */
    public int[] dependents() {
        return Dependents.count(nodes, callbacks);
    }

    /** The number of timers that wait, those counted that are too far away to be needed. */
    public long timers() {
        return nodes.stream().filter(n -> n.timer != null && !n.ended()).count();
    }
}
