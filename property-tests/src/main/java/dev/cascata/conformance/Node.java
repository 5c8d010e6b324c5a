package dev.cascata.conformance;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One context of the {@link Model}: what it is, fixed at its derivation, and how it ended, set once. */
final class Node {
    /** What a context is. */
    enum Form {
        ROOT,
        CANCELLABLE,
        VALUE,
        DETACHED,
        WRAPPER
    }

    /** The event that ended a context, as seen from that context. */
    enum How {
        CANCELLED,
        CANCELLED_ABOVE,
        EXPIRED,
        EXPIRED_ABOVE,
        /** Its own deadline and an ancestor's event fell on the same tick. */
        TIED,
        /** Derived from a context that had ended. */
        BORN_ENDED,
        /** Derived with a deadline that had passed. */
        BORN_PAST
    }

    /** One possible end; compared by identity, so that whoever shares it was ended by the same event. */
    static final class End {
        final Kind kind;
        final @Nullable String cause;

        End(Kind kind, @Nullable String cause) {
            this.kind = kind;
            this.cause = Step.NULL_CAUSE.equals(cause) ? null : cause;
        }

        @Override
        public String toString() {
            String words = kind == Kind.CANCELLED ? "cancelled" : "deadline exceeded";
            return cause == null ? words : words + ", cause " + cause;
        }
    }

    final int index;
    final Form form;
    final @Nullable Node parent;
    /** The nearest context, this one included, that is no value layer and no wrapper: whose end this one shows. */
    final Node core;
    /** The nearest context above that a link goes to: a live cancellable one, or a wrapper that does not share. */
    final @Nullable Node holder;
    /** The first wrapper that does not share, between this context and the core of its parent. */
    final @Nullable Shape boundary;
    /** Whether value layers or sharing wrappers lie between this context and its holder. */
    final boolean layered;
    /** Steps of derivation from the root. */
    final int depth;
    /** The step that made it. */
    final int born;

    @Nullable
    Shape shape;

    int key;
    int value;
    /** The effective deadline, in ticks. */
    @Nullable
    Long deadline;
    /** The deadline that it has a timer for. */
    @Nullable
    Long timer;
    /** The cause given with its own deadline. */
    @Nullable
    String ownCause;
    /** A deadline was given and not used, since the parent's is earlier. */
    boolean dropped;
    /** Its own deadline had passed when it was derived. */
    boolean past;
    /** Made by a timeout, not by a deadline. */
    boolean timeout;
    /** It was cancelled with a cause that is null. */
    boolean nullCause;
    /** One of many alike, and neither among the first nor the last: only its done is read. */
    boolean inner;
    /** One of so many alike that its done is read at the end of the program only. */
    boolean sparse;

    @Nullable
    How how;

    @Nullable
    Node origin;

    int endedAt = -1;
    private @Nullable End own;
    private @Nullable Node from;
    private Set<End> allowed = Set.of();
    private final Set<Shape> crossed = EnumSet.noneOf(Shape.class);

    Node(int index, Form form, @Nullable Node parent, @Nullable Shape shape, int born) {
        this.index = index;
        this.form = form;
        this.parent = parent;
        this.shape = shape;
        this.born = born;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.core = form == Form.VALUE || form == Form.WRAPPER ? requireParent().core : this;
        Node above = form == Form.ROOT || form == Form.DETACHED ? null : parent;
        this.holder = above == null ? null : holder(above);
        this.boundary = above == null ? null : boundary(above);
        this.layered = holder != null && above != holder;
        this.deadline = above == null ? null : above.deadline;
    }

    /** What a link from something on {@code node} goes to; null if nothing above can end. */
    static @Nullable Node holder(Node node) {
        Node at = node;
        while (at.form == Form.VALUE || (at.form == Form.WRAPPER && at.shape == Shape.SHARING)) {
            at = at.requireParent();
        }
        return at.core.form == Form.CANCELLABLE ? at : null;
    }

    private static @Nullable Shape boundary(Node node) {
        Node holder = holder(node);
        return holder == null ? null : holder.shape;
    }

    Node requireParent() {
        if (parent == null) {
            throw new AssertionError("c" + index + " has no parent");
        }
        return parent;
    }

    Shape requireShape() {
        if (shape == null) {
            throw new AssertionError(this + " is no wrapper");
        }
        return shape;
    }

    /** The context whose done this one shows: the nearest that is no value layer. */
    Node shown() {
        Node at = this;
        while (at.form == Form.VALUE) {
            at = at.requireParent();
        }
        return at;
    }

    boolean cancellable() {
        return form == Form.CANCELLABLE;
    }

    boolean endless() {
        return core.form != Form.CANCELLABLE;
    }

    boolean ended() {
        return core.how != null;
    }

    /** The step in which it ended; only if it has. */
    int endedAt() {
        return core.endedAt;
    }

    How how() {
        How known = core.how;
        if (known == null) {
            throw new AssertionError("c" + index + " lives");
        }
        return known;
    }

    /** Ends this context by an event of its own. */
    void end(How event, End with, int step) {
        own = with;
        finish(event, this, step);
    }

    /** Ends this context together with, or because of, {@code above}. */
    void follow(How event, Node above, int step) {
        from = above;
        cross(event, above);
        finish(event, above.origin == null ? above : above.origin, step);
    }

    /** Ends this context at a tick at which its own deadline passes and {@code above} ends. */
    void tie(End with, Node above, int step) {
        own = with;
        from = above;
        cross(How.TIED, above);
        finish(How.TIED, this, step);
    }

    private void cross(How event, Node above) {
        if (event != How.BORN_ENDED) {
            crossed.addAll(above.crossed);
        }
        if (boundary != null) {
            crossed.add(boundary);
        }
    }

    private void finish(How event, Node by, int step) {
        how = event;
        origin = by;
        endedAt = step;
        allowed = union();
    }

    private Set<End> union() {
        Set<End> ends = new LinkedHashSet<>(from == null ? Set.of() : from.allowed);
        if (own != null) {
            ends.add(own);
        }
        return ends;
    }

    /** The ends that are still possible, given what was seen so far of this context and of those above it. */
    Set<End> allowed() {
        return core.allowedHere();
    }

    private Set<End> allowedHere() {
        if (allowed.size() > 1) {
            Set<End> still = union();
            still.retainAll(allowed);
            allowed = still;
        }
        return allowed;
    }

    /** Takes it as seen that this context ended in one of these ways. */
    void saw(Set<End> seen) {
        if (core.allowed.size() > 1) {
            Set<End> still = new LinkedHashSet<>(core.allowed);
            still.retainAll(seen);
            core.allowed = still;
        }
    }

    /** Between this context and the event that ended it lies a wrapper of this shape. */
    boolean endedThrough(Shape wrapper) {
        return core.crossed.contains(wrapper);
    }

    /** Between this context and the event that ended it lies a wrapper of any kind that does not share. */
    boolean endedThroughWrapper() {
        return !core.crossed.isEmpty();
    }

    /** Ended, and maybe by another thread than the one that runs the program. */
    boolean endedElsewhere() {
        return ended() && endedThroughWrapper();
    }

    @Override
    public String toString() {
        return "c" + index;
    }
}
