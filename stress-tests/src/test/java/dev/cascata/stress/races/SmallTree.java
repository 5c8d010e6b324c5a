package dev.cascata.stress.races;

import java.util.function.Function;

/**
 * A chain of three contexts, the middle one with a deadline, and the steps of one thread on it. Each step returns a
 * word.
 */
interface SmallTree {
    int TOP = 0;
    int MIDDLE = 1;
    int BOTTOM = 2;

    /** One step of one thread. */
    enum Step {
        CANCEL_TOP(tree -> tree.cancel(TOP, "a")),
        CANCEL_MIDDLE(tree -> tree.cancel(MIDDLE, "b")),
        CANCEL_BOTTOM(tree -> tree.cancel(BOTTOM, "b")),
        DERIVE(SmallTree::derive),
        READ(SmallTree::read),
        READ_TOP(SmallTree::readTop),
        REGISTER(SmallTree::register),
        STOP(SmallTree::stop),
        EXPIRE(SmallTree::expire);

        @SuppressWarnings("ImmutableEnumChecker")
        private final Function<SmallTree, String> effect;

        Step(Function<SmallTree, String> effect) {
            this.effect = effect;
        }

        String on(SmallTree tree) {
            return effect.apply(tree);
        }
    }

    /** Cancels a context. Returns won or lost. */
    String cancel(int node, String cause);

    /** Derives from the bottom. Returns the end of the new context. */
    String derive();

    /** Returns the end of the bottom. */
    String read();

    /** Returns the end of the top. */
    String readTop();

    /** Registers the callback on the middle, once. */
    String register();

    /** Stops the callback, if it is registered. */
    String stop();

    /** Advances time to the deadline of the middle. */
    String expire();

    /** Returns the ends of all contexts and the runs of the callback, after all threads have finished. */
    String rest();
}
