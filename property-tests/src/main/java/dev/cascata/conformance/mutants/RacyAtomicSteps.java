package dev.cascata.conformance.mutants;

import dev.cascata.conformance.plain.PlainEnd;
import dev.cascata.conformance.plain.PlainNode;
import dev.cascata.context.Environment;
import java.util.Set;

/** Atomic steps that show an end before the walk has marked every node. */
final class RacyAtomicSteps {
    private RacyAtomicSteps() {}

    /** A node shows its end as soon as it is marked, before the walk has marked all nodes. */
    static final class LooksPastTheMark extends AtomicSteps {
        LooksPastTheMark(Environment environment) {
            super(environment);
        }

        @Override
        protected boolean ended(PlainNode node) {
            return node.end != null;
        }
    }

    /** An end becomes visible when its topmost node is marked. */
    static final class ShownTooEarly extends AtomicSteps {
        ShownTooEarly(Environment environment) {
            super(environment);
        }

        @Override
        protected Set<Object> publish(PlainNode node, PlainEnd end) {
            Set<Object> links = super.publish(node, end);
            show();
            return links;
        }
    }

    /** A child of a marked node is born ended, before the end is visible. */
    static final class BornTooEarly extends AtomicSteps {
        BornTooEarly(Environment environment) {
            super(environment);
        }

        @Override
        protected Set<Object> publish(PlainNode node, PlainEnd end) {
            Window.open();
            return super.publish(node, end);
        }

        @Override
        protected void link(PlainNode holder, PlainNode node) {
            PlainEnd mark = holder.end;
            if (mark == null) {
                super.link(holder, node);
            } else {
                node.end = new PlainEnd(mark.err(), mark.cause());
            }
        }
    }
}
