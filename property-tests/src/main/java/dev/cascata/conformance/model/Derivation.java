package dev.cascata.conformance.model;

import dev.cascata.conformance.kit.EndKind;
import dev.cascata.conformance.kit.ForeignShape;
import dev.cascata.conformance.model.Node.Form;
import dev.cascata.conformance.program.Step;
import dev.cascata.conformance.program.Step.Derive;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the contexts of one step. */
final class Derivation {
    private static final int READ_AT_EITHER_END = 4;
    private static final int READ_ALL_OF = 128;
    private static final int READ_ONE_OF = 61;

    private final List<Node> nodes;
    private final long now;
    private final int step;

    /** Adds what it derives to {@code nodes}, which are all contexts so far. */
    Derivation(List<Node> nodes, long now, int step) {
        this.nodes = nodes;
        this.now = now;
        this.step = step;
    }

    void root() {
        add(Form.ROOT, List.of(), null);
    }

    void derive(Derive derive) {
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

    /** Of several parents that are done already, the first one counts. */
    private Node merge(List<Node> parents) {
        Node node = add(Form.CANCELLABLE, parents, null);
        List<Link> ended = node.doneAbove();
        if (!ended.isEmpty()) {
            node.outcome.follow(EndEvent.BORN_DONE, ended.subList(0, 1), step);
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
        if (!node.done() && node.past) {
            node.outcome.end(EndEvent.BORN_PAST, new End(EndKind.DEADLINE_EXCEEDED, cause), step);
        }
        return node;
    }

    private long moment(long ticks) {
        return ticks == Step.HUGE || ticks == -Step.HUGE ? ticks : now + ticks;
    }
}
