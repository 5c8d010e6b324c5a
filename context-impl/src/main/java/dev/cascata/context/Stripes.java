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
}
