package dev.cascata.stress.races;

import java.util.function.Function;

/**
 * A chain of three contexts, the middle one with a deadline, and what one thread can do to it. Every answer is a word.
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

    /** Ends a context; won or lost. */
    String cancel(int node, String cause);

    /** Derives from the bottom; the end of the new context. */
    String derive();

    /** The end of the bottom. */
    String read();

    /** The end of the top. */
    String readTop();

    /** Registers the callback on the middle, once. */
    String register();

    /** Stops the callback, if it is registered. */
    String stop();

    /** Lets the deadline of the middle pass. */
    String expire();

    /** What can be seen once all threads are through. */
    String rest();
}
