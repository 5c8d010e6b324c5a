package dev.cascata.conformance.model;

import dev.cascata.conformance.model.Node.Form;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says which contexts were derived from which. A merged context has several parents, so there may be many ways up. */
public final class Ancestry {
    private Ancestry() {}

    /** Whether {@code lower} was derived from {@code upper}, in one or more steps. */
    public static boolean above(Node upper, Node lower) {
        Set<Node> merged = new HashSet<>();
        Deque<Node> open = new ArrayDeque<>(lower.parents);
        for (Node at = open.poll(); at != null; at = open.poll()) {
            if (at == upper) {
                return true;
            }
            if (at.depth > upper.depth && (!at.merged() || merged.add(at))) {
                open.addAll(at.parents);
            }
        }
        return false;
    }

    /** Whether the two have no root in common. */
    public static boolean unrelated(Node one, Node other) {
        Set<Node> roots = roots(one);
        return roots(other).stream().noneMatch(roots::contains);
    }

    private static Set<Node> roots(Node node) {
        Set<Node> roots = new HashSet<>();
        Set<Node> merged = new HashSet<>();
        Deque<Node> open = new ArrayDeque<>();
        for (Node at = node; at != null; at = open.poll()) {
            if (at.form == Form.ROOT) {
                roots.add(at);
            } else if (!at.merged() || merged.add(at)) {
                open.addAll(at.parents);
            }
        }
        return roots;
    }

    /**
     * Whether a detached context lies above this one, with no merged context between, which would join it to another
     * tree.
     */
    public static boolean underDetached(Node node) {
        @Nullable Node at = node;
        do {
            at = at.merged() ? null : at.parent;
        } while (at != null && at.form != Form.DETACHED);
        return at != null;
    }
}
