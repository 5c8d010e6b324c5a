package dev.cascata.context;

/**
 * Lists beside that of a context at which threads have met, so that each finds one to itself: whatever hangs itself on
 * the context from then on goes to one of these. Hangs on the context as a link, and so the walk comes by.
 */
final class Stripes extends Link {
    private static final int MOST = 32;
    private static final int COUNT =
            Math.min(MOST, 4 * Integer.highestOneBit(Runtime.getRuntime().availableProcessors()));

    private final Stripe[] stripes = new Stripe[COUNT];

    Stripes(Links owner) {
        super(owner);
        for (int i = 0; i < COUNT; i++) {
            stripes[i] = new Stripe(owner);
        }
    }

    /** The list for the links of this thread. */
    Links own() {
        return stripes[(int) Thread.currentThread().getId() & (COUNT - 1)];
    }

    int linked() {
        int linked = 0;
        for (Stripe stripe : stripes) {
            linked += stripe.size();
        }
        return linked;
    }

    @Override
    int counted() {
        return 0;
    }

    @Override
    boolean join(Walk walk) {
        for (Stripe stripe : stripes) {
            stripe.join(walk);
        }
        return false;
    }

    /**
     * One of the lists that a context spreads its links over. Ends with its owner, and is closed some time before. The
     * unused words keep the used ones of two stripes on different cache lines.
     */
    @SuppressWarnings("UnusedVariable")
    static final class Stripe extends Links {
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
}
