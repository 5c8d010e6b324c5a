package dev.cascata.context;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A context with several parents. A {@link ParentLink} links it to each of them; it is in no list itself.
 *
 * <p>{@code parentLinks} is written (plain) before the first link is attached, and so before any propagation can end
 * this context. The constructing thread attaches a link, then reads whether this context is done. The propagation
 * publishes the end, then unlinks what is attached. So a link that is attached after the propagation has unlinked the
 * others is unlinked by the constructing thread.
 */
final class MergedContext extends CancelContext {
    private final List<ParentLink> parentLinks = new ArrayList<>();

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
        List<Context> done =
                sources.stream().filter(s -> s.done().isDone()).limit(1).toList();
        child.attach(done.isEmpty() ? sources : done);
        return child;
    }

    /** Returns the contexts that end the parents, each once. */
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
            sources.forEach(s -> parentLinks.add(new ParentLink(s, this)));
        } catch (RuntimeException | Error refused) {
            cancel(refused);
            throw refused;
        }
        parentLinks.forEach(ParentLink::attach);
        if (isDone()) {
            unlinkFromParents();
        }
    }

    @Override
    boolean mark(Propagation propagation) {
        propagation.markMerged(this);
        return false;
    }

    @Override
    void unlinkFromParents() {
        parentLinks.forEach(ParentLink::unlink);
    }

    @Override
    void notifyEnd(EndEvent event) {
        if (endEvent() == event) {
            parentLinks.forEach(ParentLink::release);
        }
    }

    @Override
    public String step() {
        return "merge";
    }

    /** Links a merged context to one of its parents. In place of a foreign parent it uses a built-in child of that. */
    static final class ParentLink extends Link {
        private final MergedContext child;
        private final CancelContext parent;
        private final boolean ownsParent;

        /** Creates a link to {@code source}; the caller has to {@linkplain #attach attach} it. */
        ParentLink(Context source, MergedContext child) {
            this(
                    source instanceof CancelContext node ? node : CancelContext.below(source),
                    !(source instanceof CancelContext),
                    child);
        }

        private ParentLink(CancelContext parent, boolean ownsParent, MergedContext child) {
            super(parent.branch());
            this.child = child;
            this.parent = parent;
            this.ownsParent = ownsParent;
        }

        void attach() {
            if (!link()) {
                child.end(parent.awaitEndEvent().repeated());
            }
        }

        /** Ends the built-in child of a foreign parent. */
        void release() {
            if (ownsParent) {
                parent.cancel();
            }
        }

        @Override
        boolean mark(Propagation propagation) {
            child.mark(propagation);
            return true;
        }

        @Override
        void wake(EndEvent event) {
            if (child.endEvent() == event) {
                child.unlinkFromParents();
            }
        }

        @Override
        void notifyEnd(EndEvent event) {
            child.notifyEnd(event);
        }
    }
}
