package dev.cascata.context;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A context with several parents. It hangs on each by an {@link Edge}, on none itself.
 *
 * <p>{@code edges} is written (plain) before the first edge is attached, and so before any walk can end this context.
 * An edge that is attached too late, when a walk has taken this context from its parents already, is seen by the
 * constructing thread: it attaches, then reads whether this context has ended; the walk publishes the end, then takes
 * off what is attached.
 */
final class MergedContext extends CancelContext {
    private final List<Edge> edges = new ArrayList<>();

    private MergedContext(Context first, @Nullable Deadline earliest) {
        super(first, null, earliest);
    }

    static MergedContext below(List<Context> parents) {
        Deadline earliest = parents.stream()
                .map(Context::deadline)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        MergedContext child = new MergedContext(parents.get(0), earliest);
        List<Context> sources = sources(parents);
        List<Context> ended =
                sources.stream().filter(s -> s.done().isDone()).limit(1).toList();
        child.attach(ended.isEmpty() ? sources : ended);
        return child;
    }

    /** Whom the parents take their end from, each once. */
    private static List<Context> sources(List<Context> parents) {
        IdentityHashMap<Context, Boolean> seen = new IdentityHashMap<>();
        List<Context> sources = new ArrayList<>();
        for (Context parent : parents) {
            Context source = source(parent);
            if (source != null && seen.put(source, true) == null) {
                sources.add(source);
            }
        }
        return sources;
    }

    private void attach(List<Context> sources) {
        try {
            sources.forEach(s -> edges.add(new Edge(s, this)));
        } catch (RuntimeException | Error refused) {
            cancel(refused);
            throw refused;
        }
        edges.forEach(Edge::attach);
        if (ended()) {
            leaveParent();
        }
    }

    @Override
    boolean join(Walk walk) {
        walk.markMerged(this);
        return false;
    }

    @Override
    void leaveParent() {
        edges.forEach(Edge::unlink);
    }

    @Override
    void announce(Ending by) {
        if (endedBy() == by) {
            edges.forEach(Edge::release);
        }
    }

    @Override
    public String step() {
        return "merge";
    }
}
