package dev.cascata.conformance.mutants;

import dev.cascata.conformance.plain.PlainEnd;
import dev.cascata.conformance.plain.PlainNode;
import dev.cascata.conformance.plain.PlainSteps;
import dev.cascata.context.Environment;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Steps that race when they change the links of a node. */
final class RacyLinks {
    private RacyLinks() {}

    /** Links are copied and replaced without the lock. */
    static final class LostLink extends PlainSteps {
        LostLink(Environment environment) {
            super(environment);
        }

        @Override
        protected boolean add(PlainNode node, Object link) {
            if (node.end != null) {
                return false;
            }
            Set<Object> more = new LinkedHashSet<>(node.links);
            more.add(link);
            Window.open();
            node.links = more;
            return true;
        }
    }

    /** A child removes itself from a copy of the links, without the lock. */
    static final class LeaversCollide extends PlainSteps {
        LeaversCollide(Environment environment) {
            super(environment);
        }

        @Override
        protected void unlink(PlainNode node) {}

        @Override
        protected boolean end(PlainNode top, PlainEnd end) {
            PlainNode holder = top.holder;
            if (holder != null && holder.end == null) {
                Set<Object> fewer = new LinkedHashSet<>(holder.links);
                fewer.remove(top);
                Window.open();
                holder.links = fewer;
            }
            return super.end(top, end);
        }
    }

    /** A merge checks the merged context before it takes the lock, but not under the lock. */
    static final class JoinedTooLate extends PlainSteps {
        JoinedTooLate(Environment environment) {
            super(environment);
        }

        @Override
        protected boolean end(PlainNode top, PlainEnd end) {
            Window.open();
            return super.end(top, end);
        }

        @Override
        protected boolean join(PlainNode parent, PlainNode merged) {
            if (merged.end != null) {
                return false;
            }
            Window.open();
            List<PlainNode> others = new ArrayList<>(merged.others);
            others.add(parent);
            merged.others = others;
            return add(parent, merged);
        }
    }
}
