package dev.cascata.conformance.program;

import dev.cascata.conformance.program.Step.Derive;
import java.util.ArrayList;
import java.util.List;

/**
 * Copies steps and changes how many contexts they derive at once. A reference to the last of them, or to one that is no
 * longer derived, becomes a reference to the new last one.
 */
final class Resizing {
    private final List<Integer> contexts = new ArrayList<>(List.of(0));
    private int made = 1;

    /** Copies a step; if it derives contexts, the copy derives {@code count} of them. */
    Step take(Step step, int count) {
        if (step instanceof Derive derive) {
            return derive(derive, count);
        } else if (step instanceof Step.Background) {
            contexts.add(made++);
            return step;
        } else if (step instanceof Step.Cancel cancel) {
            return new Step.Cancel(contexts.get(cancel.context()), cancel.cause());
        } else if (step instanceof Step.AfterFunc afterFunc) {
            return new Step.AfterFunc(contexts.get(afterFunc.context()));
        }
        return step;
    }

    private Step derive(Derive derive, int count) {
        Derive copy = resized(derive, count).from(contexts::get);
        int last = copy.count() - 1;
        for (int i = 0; i < derive.count(); i++) {
            contexts.add(made + (i == derive.count() - 1 ? last : Math.min(i, last)));
        }
        made += copy.count();
        return copy;
    }

    private static Derive resized(Derive derive, int count) {
        int parent = derive.parent();
        if (count == derive.count()) {
            return derive;
        } else if (derive instanceof Step.Layers) {
            return count == 1 ? new Step.WithValue(parent, 0, 0) : new Step.Layers(parent, count);
        } else if (count == 1) {
            return new Step.WithCancel(parent);
        }
        return derive instanceof Step.Chain ? new Step.Chain(parent, count) : new Step.Fan(parent, count);
    }
}
