package dev.cascata.context;

/** A context's registration with its foreign parent: hangs on the context itself, and lets go of the parent at its end. */
final class Tether extends Link {
    private final Registration registration;

    private Tether(CancelContext child, Registration registration) {
        super(child);
        this.registration = registration;
    }

    /** Keeps the registration until the child ends; lets go at once if it has ended. */
    static void keep(CancelContext child, Registration registration) {
        Tether tether = new Tether(child, registration);
        if (!tether.hang()) {
            tether.letGo();
        }
    }

    private void letGo() {
        Foreign.guard(registration::stop);
    }

    @Override
    int counted() {
        return 0;
    }

    @Override
    boolean join(Walk walk) {
        return true;
    }

    @Override
    void announce(Ending ending) {
        letGo();
    }
}
