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

/** Steps over nodes with fields of their own. */
class RacySteps extends PlainSteps {
    RacySteps(Environment environment) {
        super(environment);
    }

    @Override
    protected PlainNode make(PlainContext parent, String name, @Nullable Deadline deadline) {
        return new RacyNode(this, name, parent, deadline);
    }

    /** The signal stands in a field of its own. */
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

    /** The signal stands in a plain field. */
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

    /** One link a node, hung on it without the lock; between a write and the read that follows it there is no fence. */
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

    /** Looks whether a node lives before the lock is taken, and not again under it, for links of one kind. */
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
