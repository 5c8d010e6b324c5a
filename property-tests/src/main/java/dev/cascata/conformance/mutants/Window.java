package dev.cascata.conformance.mutants;

/**
 * A pause between two steps that race. It makes two processors meet there in a short run. A test that chooses the order
 * of the steps itself switches it off by {@code -Dcascata.window=0}.
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
