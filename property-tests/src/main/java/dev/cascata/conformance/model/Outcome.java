package dev.cascata.conformance.model;

import dev.cascata.conformance.kit.ForeignShape;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How one context ended: by which event, through which links, and with which possible ends. Set once. */
final class Outcome {
    private final Node node;
    private @Nullable EndEvent how;
    private @Nullable Node origin;
    private int endedAt = -1;
    private @Nullable End own;
    private List<Link> from = List.of();
    private boolean throughMerged;
    private Set<End> allowed = Set.of();
    private final Set<ForeignShape> crossed = EnumSet.noneOf(ForeignShape.class);

    Outcome(Node node) {
        this.node = node;
    }

    @Nullable
    EndEvent endEvent() {
        return how;
    }

    @Nullable
    Node origin() {
        return origin;
    }

    @Nullable
    End own() {
        return own;
    }

    int endedAt() {
        return endedAt;
    }

    boolean throughMerged() {
        return throughMerged;
    }

    /**
     * Returns the shapes of foreign contexts with a done of their own between the context and the event that ended it.
     */
    Set<ForeignShape> crossed() {
        return crossed;
    }

    @Nullable
    Link via() {
        return from.size() == 1 ? from.get(0) : null;
    }

    /** Ends the context by an event of its own. */
    void end(EndEvent event, End with, int step) {
        own = with;
        finish(event, node, step);
    }

    /**
     * Ends the context together with, or because of, a context above that is done: any of them, if there are several.
     */
    void follow(EndEvent event, List<Link> above, int step) {
        from = above;
        throughMerged = above.stream().anyMatch(l -> above(l).handsOnMerged());
        cross(event);
        Node first = above.get(0).holder().core;
        Node before = first.outcome.origin;
        finish(event, before == null ? first : before, step);
    }

    private static Outcome above(Link link) {
        return link.holder().core.outcome;
    }

    private boolean handsOnMerged() {
        return throughMerged || (node.merged() && !from.isEmpty());
    }

    /** Ends the context at a tick at which its own deadline passes and a context above ends. */
    void tie(End with, List<Link> above, int step) {
        own = with;
        from = above;
        cross(EndEvent.TIED);
        finish(EndEvent.TIED, node, step);
    }

    /** Looks again at the end of the step: another end may have come before one that came through a foreign context. */
    void reconsider() {
        if (node.links.size() > 1 && !crossed.isEmpty()) {
            from = node.doneAbove();
        }
        if (!from.isEmpty()) {
            crossed.clear();
            cross(node.endEvent());
            allowed = union();
        }
    }

    /** Takes the most direct way. */
    private void cross(EndEvent event) {
        from.stream()
                .map(l -> crossing(event, l.holder()))
                .min(Comparator.comparingInt(Set::size))
                .ifPresent(crossed::addAll);
    }

    private static Set<ForeignShape> crossing(EndEvent event, Node holder) {
        Set<ForeignShape> shapes = EnumSet.noneOf(ForeignShape.class);
        if (event != EndEvent.BORN_DONE) {
            shapes.addAll(holder.core.outcome.crossed);
        }
        if (holder.shape != null) {
            shapes.add(holder.shape);
        }
        return shapes;
    }

    private void finish(EndEvent event, Node by, int step) {
        how = event;
        origin = by;
        endedAt = step;
        allowed = union();
    }

    private Set<End> union() {
        Set<End> ends = new LinkedHashSet<>();
        from.forEach(l -> ends.addAll(above(l).allowed));
        if (own != null) {
            ends.add(own);
        }
        return ends;
    }

    /** Returns the ends that are still possible, given what was read so far of this context and of those above it. */
    Set<End> allowed() {
        if (allowed.size() > 1) {
            Set<End> still = union();
            still.retainAll(allowed);
            allowed = still;
        }
        return allowed;
    }

    /** Records that the context was read with one of these ends. */
    void saw(Set<End> seen) {
        if (allowed.size() > 1) {
            Set<End> still = new LinkedHashSet<>(allowed);
            still.retainAll(seen);
            allowed = still;
        }
    }
}
