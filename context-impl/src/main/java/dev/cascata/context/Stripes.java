package dev.cascata.context;

/**
 * Additional lists of a context that several threads use at once. From then on, each thread adds its links to a list of
 * its own, as far as there are enough. The stripes are a link of the context, and so the propagation reaches them.
 */
final class Stripes extends Link {
    private static final int MOST = 32;
    private static final int COUNT =
            Math.min(MOST, 4 * Integer.highestOneBit(Runtime.getRuntime().availableProcessors()));

    private final Stripe[] stripes = new Stripe[COUNT];

    Stripes(LinkList owner) {
        super(owner);
        for (int i = 0; i < COUNT; i++) {
            stripes[i] = new Stripe(owner);
        }
    }

    /** Returns the list to which the calling thread adds. */
    LinkList own() {
        return stripes[(int) Thread.currentThread().getId() & (COUNT - 1)];
    }

    int dependents() {
        int count = 0;
        for (Stripe stripe : stripes) {
            count += stripe.size();
        }
        return count;
    }

    @Override
    int counted() {
        return 0;
    }

    @Override
    boolean mark(Propagation propagation) {
        for (Stripe stripe : stripes) {
            stripe.mark(propagation);
        }
        return false;
    }

    /**
     * One of these lists. It is closed before the end of its owner is published. The unused fields keep the used fields
     * of two stripes on different cache lines.
     */
    @SuppressWarnings("UnusedVariable")
    static final class Stripe extends LinkList {
        private final LinkList owner;
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

        Stripe(LinkList owner) {
            super(null);
            this.owner = owner;
        }

        @Override
        EndEvent awaitEndEvent() {
            return owner.awaitEndEvent();
        }

        @Override
        boolean mark(Propagation propagation) {
            propagation.close(this);
            return false;
        }
    }
}
