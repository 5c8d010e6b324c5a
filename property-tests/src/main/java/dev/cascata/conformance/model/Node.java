package dev.cascata.conformance.model;

import dev.cascata.conformance.kit.ForeignShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One context of the {@link Model}: what it is, fixed at its derivation, and how it ended, set once. */
public final class Node {
    /** What a context is. */
    public enum Form {
        ROOT,
        CANCELLABLE,
        VALUE,
        DETACHED,
        FOREIGN
    }

    public final int index;
    public final Form form;
    /** What it was derived from: none for a root, several if it was merged. */
    public final List<Node> parents;
    /** The first of the parents, whose values it shows; null for a root. */
    public final @Nullable Node parent;
    /** The nearest context, this one included, that is no value layer and no wrapper: whose end this one shows. */
    public final Node core;
    /** What a link from something on this context goes to; null if nothing above can end. */
    public final @Nullable Node holder;
    /** What it hangs on; nothing twice. */
    public final List<Link> links;
    /** Steps of derivation from the root, by the longest way. */
    public final int depth;
    /** The step that made it. */
    public final int born;

    @Nullable
    public ForeignShape shape;

    int key;
    public int value;
    /** The effective deadline, in ticks. */
    @Nullable
    public Long deadline;
    /** The deadline that it has a timer for. */
    @Nullable
    public Long timer;
    /** The cause given with its own deadline. */
    @Nullable
    public String ownCause;
    /** A deadline was given and not used, since the parent's is earlier. */
    public boolean dropped;
    /** Its own deadline had passed when it was derived. */
    public boolean past;
    /** Made by a timeout, not by a deadline. */
    public boolean timeout;
    /** It was cancelled with a cause that is null. */
    public boolean nullCause;
    /** One of many alike, and neither among the first nor the last: only its done is read. */
    public boolean inner;
    /** Something was derived that hangs on it. */
    boolean bears;
    /** One of so many alike that its done is read at the end of the program only. */
    public boolean sparse;

    final Outcome outcome = new Outcome(this);

    Node(int index, Form form, List<Node> parents, @Nullable ForeignShape shape, int born) {
        this.index = index;
        this.form = form;
        this.parents = parents;
        this.parent = parents.isEmpty() ? null : parents.get(0);
        this.shape = shape;
        this.born = born;
        this.core = form == Form.VALUE || form == Form.FOREIGN ? requireParent().core : this;
        this.holder = form == Form.VALUE || shape == ForeignShape.SHARING ? requireParent().holder : ownHolder();
        this.links = new ArrayList<>(parents.size());
        int longest = 0;
        for (Node above : parents) {
            longest = Math.max(longest, above.depth + 1);
            if (form != Form.DETACHED) {
                hangOn(above);
            }
        }
        this.depth = longest;
    }

    private @Nullable Node ownHolder() {
        return core.form == Form.CANCELLABLE ? this : null;
    }

    private void hangOn(Node above) {
        if (above.holder != null && !heldBy(above.holder)) {
            links.add(new Link(above, above.holder));
            above.holder.core.bears = true;
        }
        if (deadline == null || (above.deadline != null && above.deadline < deadline)) {
            deadline = above.deadline;
        }
    }

    Node requireParent() {
        if (parent == null) {
            throw new AssertionError("c" + index + " has no parent");
        }
        return parent;
    }

    public ForeignShape requireShape() {
        if (shape == null) {
            throw new AssertionError(this + " is no wrapper");
        }
        return shape;
    }

    /** The context whose done this one shows: the nearest that is no value layer. */
    public Node shown() {
        return outOf(Form.VALUE);
    }

    /** The innermost context in the wrappers around it; itself if it is no wrapper. */
    Node wrapped() {
        return outOf(Form.FOREIGN);
    }

    private Node outOf(Form layers) {
        Node at = this;
        while (at.form == layers) {
            at = at.requireParent();
        }
        return at;
    }

    public boolean cancellable() {
        return form == Form.CANCELLABLE;
    }

    public boolean merged() {
        return parents.size() > 1;
    }

    /** Whether it hangs on {@code node} while it lives. */
    public boolean heldBy(Node node) {
        for (Link link : links) {
            if (link.holder() == node) {
                return true;
            }
        }
        return false;
    }

    /** The links to what has ended. */
    List<Link> endedAbove() {
        if (links.size() < 2) {
            return links.isEmpty() || links.get(0).holder().ended() ? links : List.of();
        }
        return links.stream().filter(l -> l.holder().ended()).toList();
    }

    /** The one link by which its end came; null if it ended by itself or if there is a choice. */
    @Nullable
    public Link via() {
        return core.outcome.via();
    }

    public boolean endless() {
        return core.form != Form.CANCELLABLE;
    }

    public boolean ended() {
        return core.outcome.how() != null;
    }

    /** The step in which it ended; only if it has. */
    public int endedAt() {
        return core.outcome.endedAt();
    }

    public EndEvent how() {
        EndEvent known = core.outcome.how();
        if (known == null) {
            throw new AssertionError("c" + index + " lives");
        }
        return known;
    }

    /** The context whose own event ended this one; null while it lives. */
    public @Nullable Node origin() {
        return core.outcome.origin();
    }

    /** Returns the end that an event of its own brought about, or may have; null if what lies above it ended it. */
    public @Nullable End ownEnd() {
        return core.outcome.own();
    }

    /** Between this context and the event that ended it lies a merged one. */
    public boolean throughMerged() {
        return core.outcome.throughMerged();
    }

    /** The ends that are still possible, given what was seen so far of this context and of those above it. */
    public Set<End> allowed() {
        return core.outcome.allowed();
    }

    /** Takes it as seen that this context ended in one of these ways. */
    public void saw(Set<End> seen) {
        core.outcome.saw(seen);
    }

    /** Between this context and the event that ended it lies a wrapper of this shape. */
    public boolean endedThrough(ForeignShape wrapper) {
        return core.outcome.crossed().contains(wrapper);
    }

    /**
     * Between this context and the event that ended it lies a wrapper of any kind that does not share: it has ended, and
     * maybe by another thread than the one that runs the program.
     */
    public boolean endedThroughWrapper() {
        return !core.outcome.crossed().isEmpty();
    }

    @Override
    public String toString() {
        return "c" + index;
    }
}
