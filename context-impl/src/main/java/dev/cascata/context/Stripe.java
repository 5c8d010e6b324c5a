package dev.cascata.context;

/**
 * One of the lists that a context spreads its links over. Ends with its owner, and is closed some time before. The
 * unused words keep the used ones of two stripes on different cache lines.
 */
@SuppressWarnings("UnusedVariable")
final class Stripe extends Links {
    private final Links owner;
    private long p0;
    private long p1;
    private long p2;
    private long p3;
    private long p4;
    private long p5;
    private long p6;
    private long p7;
    private long p8;
    private long p9;

    Stripe(Links owner) {
        super(null);
        this.owner = owner;
    }

    @Override
    Ending requireEnding() {
        return owner.requireEnding();
    }

    @Override
    boolean join(Walk walk) {
        walk.close(this);
        return false;
    }
}
