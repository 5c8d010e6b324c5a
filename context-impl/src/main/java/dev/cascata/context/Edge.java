package dev.cascata.context;

/** Hangs a merged context on one of its parents: on a context of this library, or on a child of a foreign one. */
final class Edge extends Link {
    private final MergedContext child;
    private final CancelContext side;
    private final boolean made;

    /** An edge below {@code source}, to be {@linkplain #attach attached} yet. */
    Edge(Context source, MergedContext child) {
        this(
                source instanceof CancelContext node ? node : CancelContext.below(source),
                !(source instanceof CancelContext),
                child);
    }

    private Edge(CancelContext side, boolean made, MergedContext child) {
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
