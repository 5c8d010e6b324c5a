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
    /** The nearest context, this one included, that is neither a value layer nor foreign: this one shows its end. */
    public final Node core;
    /** The context that a child of this one is linked to; null if nothing above can end. */
    public final @Nullable Node holder;
    /** The contexts that it is linked to, each once. */
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
    /** Whether a deadline was given but not used, since the parent's is earlier. */
    public boolean dropped;
    /** Whether its own deadline had passed when it was derived. */
    public boolean past;
    /** Whether its deadline was given as a timeout. */
    public boolean timeout;
    /** Whether it was cancelled with a null cause. */
    public boolean nullCause;
    /** Whether it is one of many equal contexts, and not among the first or last of them: only its done is read. */
    public boolean inner;
    /** Whether a context was derived that is linked to it. */
    boolean hasLinks;
    /** Whether it is one of very many equal contexts: its done is read at the end of the program only. */
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
                linkTo(above);
            }
        }
        this.depth = longest;
    }

    private @Nullable Node ownHolder() {
        return core.form == Form.CANCELLABLE ? this : null;
    }

    private void linkTo(Node above) {
        if (above.holder != null && !linkedTo(above.holder)) {
            links.add(new Link(above, above.holder));
            above.holder.core.hasLinks = true;
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
            throw new AssertionError(this + " is not a foreign context");
        }
        return shape;
    }

    /** Returns the context whose done this one shows: the nearest one that is not a value layer. */
    public Node shown() {
        return outOf(Form.VALUE);
    }

    /** Returns the innermost context inside a foreign context; any other context itself. */
    Node inside() {
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

    /** Whether it is linked to {@code node} while it is live. */
    public boolean linkedTo(Node node) {
        for (Link link : links) {
            if (link.holder() == node) {
                return true;
            }
        }
        return false;
    }

    /** Returns the links to contexts that are done. */
    List<Link> doneAbove() {
        if (links.size() < 2) {
            return links.isEmpty() || links.get(0).holder().done() ? links : List.of();
        }
        return links.stream().filter(l -> l.holder().done()).toList();
    }

    /** Returns the one link by which its end came; null if it ended by itself, or if several links are possible. */
    @Nullable
    public Link via() {
        return core.outcome.via();
    }

    public boolean neverEnds() {
        return core.form != Form.CANCELLABLE;
    }

    public boolean done() {
        return core.outcome.endEvent() != null;
    }

    /** Returns the step in which it ended; only if it is done. */
    public int endedAt() {
        return core.outcome.endedAt();
    }

    public EndEvent endEvent() {
        EndEvent known = core.outcome.endEvent();
        if (known == null) {
            throw new AssertionError("c" + index + " is live");
        }
        return known;
    }

    /** Returns the context whose own event ended this one; null while it is live. */
    public @Nullable Node origin() {
        return core.outcome.origin();
    }

    /** Returns the end by an event of its own, certain or possible; null if a context above ended it. */
    public @Nullable End ownEnd() {
        return core.outcome.own();
    }

    /** Whether a merged context lies between this context and the event that ended it. */
    public boolean throughMerged() {
        return core.outcome.throughMerged();
    }

    /** Returns the ends that are still possible, given what was read so far of this context and of those above it. */
    public Set<End> allowed() {
        return core.outcome.allowed();
    }

    /** Records that this context was read with one of these ends. */
    public void saw(Set<End> seen) {
        core.outcome.saw(seen);
    }

    /** Whether a foreign context of this shape lies between this context and the event that ended it. */
    public boolean endedThrough(ForeignShape shapeBetween) {
        return core.outcome.crossed().contains(shapeBetween);
    }

    /**
     * Whether a foreign context with a done of its own lies between this context and the event that ended it, so that
     * another thread may have ended it than the one that runs the program.
     */
    public boolean endedThroughForeign() {
        return !core.outcome.crossed().isEmpty();
    }

    @Override
    public String toString() {
        return "c" + index;
    }
}
