package dev.cascata.conformance.mutants;

/** A moment between two steps that race, so that two processors meet in it in a short run. */
final class Window {
    private static final int SPINS = 60;

    private Window() {}

    static void open() {
        for (int i = 0; i < SPINS; i++) {
            Thread.onSpinWait();
        }
    }
}
