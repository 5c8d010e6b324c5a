package dev.cascata.conformance.mutants;

import dev.cascata.conformance.plain.PlainContext;
import dev.cascata.conformance.plain.PlainEnd;
import dev.cascata.conformance.plain.PlainNode;
import dev.cascata.conformance.plain.PlainSteps;
import dev.cascata.context.Deadline;
import dev.cascata.context.Environment;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Steps for nodes with additional fields. */
class RacySteps extends PlainSteps {
    RacySteps(Environment environment) {
        super(environment);
    }

    @Override
    protected PlainNode make(PlainContext parent, String name, @Nullable Deadline deadline) {
        return new RacyNode(this, name, parent, deadline);
    }

    /** The signal is a second field beside the end. */
    static class TwoFields extends RacySteps {
        private final boolean signalFirst;

        TwoFields(Environment environment, boolean signalFirst) {
            super(environment);
            this.signalFirst = signalFirst;
        }

        @Override
        protected Set<Object> publish(PlainNode node, PlainEnd end) {
            RacyNode racy = (RacyNode) node;
            racy.signalled = signalFirst;
            Window.open();
            Set<Object> links = super.publish(node, end);
            Window.open();
            racy.signalled = true;
            return links;
        }

        @Override
        protected boolean ended(PlainNode node) {
            return ((RacyNode) node).signalled;
        }
    }

    /** The signal is a field that is not volatile. */
    static final class Plain extends RacySteps {
        Plain(Environment environment) {
            super(environment);
        }

        @Override
        protected Set<Object> publish(PlainNode node, PlainEnd end) {
            ((RacyNode) node).hinted = true;
            return super.publish(node, end);
        }

        @Override
        protected boolean ended(PlainNode node) {
            return ((RacyNode) node).hinted;
        }
    }

    /** A node has one link, which is added without the lock. No fence separates a write from the read after it. */
    static final class Unfenced extends RacySteps {
        Unfenced(Environment environment) {
            super(environment);
        }

        @Override
        protected boolean add(PlainNode node, Object link) {
            RacyNode.PENDING.setOpaque((RacyNode) node, link);
            return RacyNode.END.getOpaque(node) == null;
        }

        @Override
        protected Set<Object> publish(PlainNode node, PlainEnd end) {
            RacyNode.END.setOpaque(node, end);
            Object link = RacyNode.PENDING.getOpaque((RacyNode) node);
            return link == null ? Set.of() : Set.of(link);
        }
    }

    /** For links of one kind, checks that a node is live before it takes the lock, but not under the lock. */
    static final class Unchecked extends PlainSteps {
        private final Class<?> kind;

        Unchecked(Environment environment, Class<?> kind) {
            super(environment);
            this.kind = kind;
        }

        @Override
        protected boolean add(PlainNode node, Object link) {
            if (!kind.isInstance(link)) {
                return super.add(node, link);
            }
            Set<Object> links = node.links;
            boolean live = node.end == null;
            Window.open();
            return live && (links == Collections.<Object>emptySet() || locked(() -> links.add(link)));
        }
    }
}
