package dev.cascata.conformance.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A tree of a million contexts: its top, and every 997th of the others, with the last one. */
record BigTree(Handle top, List<Handle> below) {
    private static final int MILLION = 1_000_000;
    private static final int READ_ONE_OF = 997;

    Handle last() {
        return below.get(below.size() - 1);
    }

    /** Derives a million contexts, each from the one before. */
    static BigTree deep(Handle top, UnaryOperator<Handle> derive) {
        List<Handle> below = new ArrayList<>();
        Pace pace = new Pace(MILLION);
        Handle at = top;
        for (int i = 1; i <= MILLION; i++) {
            at = derive.apply(at);
            pace.made();
            if (i % READ_ONE_OF == 0 || i == MILLION) {
                below.add(at);
            }
        }
        return new BigTree(top, below);
    }

    /** Makes a million children of {@code top}. */
    static BigTree wide(Handle top) {
        List<Handle> below = new ArrayList<>();
        for (int i = 1; i <= MILLION; i++) {
            Handle child = top.withCancel();
            if (i % READ_ONE_OF == 0 || i == MILLION) {
                below.add(child);
            }
        }
        return new BigTree(top, below);
    }

    /** Derives by a value layer. */
    static UnaryOperator<Handle> layer(Stage s) {
        Object key = s.newKey("layer");
        return at -> at.withValue(key, "v");
    }

    /** Derives by a value layer and a cancellable context below it. */
    static UnaryOperator<Handle> layered(Stage s) {
        UnaryOperator<Handle> layer = layer(s);
        return at -> layer.apply(at).withCancel();
    }
}
