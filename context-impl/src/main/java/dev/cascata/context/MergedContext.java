package dev.cascata.context;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A context with several parents. It hangs on each by an {@link ParentLink}, on none itself.
 *
 * <p>{@code edges} is written (plain) before the first edge is attached, and so before any walk can end this context.
 * An edge that is attached too late, when a walk has taken this context from its parents already, is seen by the
 * constructing thread: it attaches, then reads whether this context has ended; the walk publishes the end, then takes
 * off what is attached.
 */
final class MergedContext extends CancelContext {
    private final List<ParentLink> edges = new ArrayList<>();

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
            sources.forEach(s -> edges.add(new ParentLink(s, this)));
        } catch (RuntimeException | Error refused) {
            cancel(refused);
            throw refused;
        }
        edges.forEach(ParentLink::attach);
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
        edges.forEach(ParentLink::unlink);
    }

    @Override
    void announce(Ending by) {
        if (endedBy() == by) {
            edges.forEach(ParentLink::release);
        }
    }

    @Override
    public String step() {
        return "merge";
    }

    /** Hangs a merged context on one of its parents: on a context of this library, or on a child of a foreign one. */
    static final class ParentLink extends Link {
        private final MergedContext child;
        private final CancelContext side;
        private final boolean made;

        /** An edge below {@code source}, to be {@linkplain #attach attached} yet. */
        ParentLink(Context source, MergedContext child) {
            this(
                    source instanceof CancelContext node ? node : CancelContext.below(source),
                    !(source instanceof CancelContext),
                    child);
        }

        private ParentLink(CancelContext side, boolean made, MergedContext child) {
            super(side.branch());
            this.child = child;
            this.side = side;
            this.made = made;
        }

        void attach() {
            if (!hang()) {
                child.end(side.requireEnding().repeated());
            }
        }

        /** Ends what was made to follow a foreign parent. */
        void release() {
            if (made) {
                side.cancel();
            }
        }

        @Override
        boolean join(Walk walk) {
            child.join(walk);
            return true;
        }

        @Override
        void wake(Ending ending) {
            if (child.endedBy() == ending) {
                child.leaveParent();
            }
        }

        @Override
        void announce(Ending ending) {
            child.announce(ending);
        }
    }
}
