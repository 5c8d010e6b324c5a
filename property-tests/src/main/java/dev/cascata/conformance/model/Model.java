package dev.cascata.conformance.model;

import dev.cascata.conformance.kit.EndKind;
import dev.cascata.conformance.kit.ForeignShape;
import dev.cascata.conformance.model.Node.Form;
import dev.cascata.conformance.model.Node.How;
import dev.cascata.conformance.model.Node.Link;
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
    private static final int READ_AT_EITHER_END = 4;
    private static final int READ_ALL_OF = 128;
    private static final int READ_ONE_OF = 61;

    private final List<Node> nodes = new ArrayList<>();
    private final List<Registered> callbacks = new ArrayList<>();
    private long now;
    private int step = -1;
    private int steps = Integer.MAX_VALUE;
    private boolean answer;
    private boolean tied;
    private final List<Node> events = new ArrayList<>();

    public Model() {
        add(Form.ROOT, List.of(), null);
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

    /** A step by its number, for people. */
    public String moment(int number) {
        return number < steps ? "step " + (number + 1) : "the end";
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
            derive(derive);
        } else if (next instanceof Step.Background) {
            add(Form.ROOT, List.of(), null);
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

    private void derive(Derive derive) {
        Node parent = nodes.get(derive.parent());
        for (int i = 0; i < derive.count(); i++) {
            Node made = deriveOne(derive, parent);
            made.inner = i >= READ_AT_EITHER_END && i < derive.count() - READ_AT_EITHER_END;
            made.sparse = derive.count() > READ_ALL_OF && made.inner && i % READ_ONE_OF != 0;
            parent = derive.deep() ? made : parent;
        }
    }

    private Node deriveOne(Derive derive, Node parent) {
        if (derive instanceof Step.WithValue value) {
            return bind(parent, value.key(), value.value());
        } else if (derive instanceof Step.Layers) {
            return bind(parent, 0, 0);
        } else if (derive instanceof Step.WithoutCancel) {
            return add(Form.DETACHED, List.of(parent), null);
        } else if (derive instanceof Step.Foreign foreign) {
            return add(Form.FOREIGN, List.of(parent), foreign.shape());
        } else if (derive instanceof Step.WithDeadline deadline) {
            return withDeadline(parent, deadline.at(), deadline.cause());
        } else if (derive instanceof Step.WithTimeout timeout) {
            Node made = withDeadline(parent, moment(timeout.ticks()), timeout.cause());
            made.timeout = true;
            return made;
        } else if (derive instanceof Step.Merge merge) {
            return merge(merge.parents().stream().map(nodes::get).toList());
        }
        return merge(List.of(parent));
    }

    private Node add(Form form, List<Node> parents, @Nullable ForeignShape shape) {
        Node node = new Node(nodes.size(), form, parents, shape, step);
        nodes.add(node);
        return node;
    }

    private Node bind(Node parent, int key, int value) {
        Node node = add(Form.VALUE, List.of(parent), null);
        node.key = key;
        node.value = value;
        return node;
    }

    /** Of parents that have ended already, the first counts. */
    private Node merge(List<Node> parents) {
        Node node = add(Form.CANCELLABLE, parents, null);
        List<Link> ended = node.endedAbove();
        if (!ended.isEmpty()) {
            node.follow(How.BORN_ENDED, ended.subList(0, 1), step);
        }
        return node;
    }

    private Node withDeadline(Node parent, long at, @Nullable String cause) {
        Node node = merge(List.of(parent));
        node.ownCause = Step.NULL_CAUSE.equals(cause) ? null : cause;
        if (parent.deadline != null && parent.deadline < at) {
            node.dropped = true;
            return node;
        }
        node.deadline = at;
        node.timer = at;
        node.past = at <= now;
        if (!node.ended() && node.past) {
            node.end(How.BORN_PAST, new End(EndKind.DEADLINE_EXCEEDED, cause), step);
        }
        return node;
    }

    private long moment(long ticks) {
        return ticks == Step.HUGE || ticks == -Step.HUGE ? ticks : now + ticks;
    }

    private void cancel(Node node, @Nullable String cause) {
        answer = !node.ended();
        if (answer) {
            node.end(How.CANCELLED, new End(EndKind.CANCELLED, cause), step);
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
                node.follow(How.CANCELLED_ABOVE, above, step);
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
        nodes.stream().filter(n -> n.cancellable() && n.endedAt == step).forEach(Node::reconsider);
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
                node.end(How.EXPIRED, new End(EndKind.DEADLINE_EXCEEDED, node.ownCause), step);
            }
        } else if (due) {
            node.tie(new End(EndKind.DEADLINE_EXCEEDED, node.ownCause), above, step);
            tied = true;
        } else {
            node.follow(How.EXPIRED_ABOVE, above, step);
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
        int[] dependents = new int[nodes.size()];
        for (Node node : nodes) {
            if (node.cancellable() && !node.ended()) {
                node.links.forEach(l -> dependents[l.holder().index]++);
            }
        }
        for (Registered callback : callbacks) {
            if (callback.state == Registered.State.WAITING && callback.holder != null) {
                dependents[callback.holder.index]++;
            }
        }
        for (int i = nodes.size() - 1; i > 0; i--) {
            passOn(nodes.get(i), dependents);
        }
        return dependents;
    }

    private static void passOn(Node node, int[] dependents) {
        Node inside = registersWith(node);
        if (inside != null) {
            dependents[inside.index] += dependents[node.index];
        }
    }

    /** Where else counts what hangs on a wrapper: what a hook registers with, and whose signal a thread waits for. */
    public static @Nullable Node registersWith(Node node) {
        if (node.form != Form.FOREIGN || node.shape == ForeignShape.SHARING) {
            return null;
        }
        Node inside = node.wrapped().holder;
        boolean counts = inside != null && (node.shape == ForeignShape.HOOK || inside.shape == ForeignShape.OWN);
        return counts ? inside : null;
    }

    /** The number of timers that wait, those counted that are too far away to be needed. */
    public long timers() {
        return nodes.stream().filter(n -> n.timer != null && !n.ended()).count();
    }
}
