package dev.cascata.conformance.mutants;

/**
 * A moment between two steps that race, so that two processors meet in it in a short run. Whoever chooses the order of
 * the steps needs none: {@code -Dcascata.window=0}.
 */
final class Window {
    private static final int SPINS = Integer.getInteger("cascata.window", 60);

    private Window() {}

    static void open() {
        for (int i = 0; i < SPINS; i++) {
            Thread.onSpinWait();
        }
    }
}
