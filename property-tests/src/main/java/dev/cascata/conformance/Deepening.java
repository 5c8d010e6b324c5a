package dev.cascata.conformance;

import java.util.ArrayList;
import java.util.List;

/** Copies steps, making deep chains deeper; whoever refers to the last of a chain refers to the new last one. */
final class Deepening {
    private final int from;
    private final int to;
    private final List<Integer> contexts = new ArrayList<>(List.of(0));
    private int made = 1;

    Deepening(int from, int to) {
        this.from = from;
        this.to = to;
    }

    Step take(Step step) {
        if (step instanceof Step.Derive derive) {
            return derive(derive);
        } else if (step instanceof Step.Background) {
            contexts.add(made++);
            return step;
        } else if (step instanceof Step.Cancel cancel) {
            return new Step.Cancel(contexts.get(cancel.context()), cancel.cause());
        } else if (step instanceof Step.Listen listen) {
            return new Step.Listen(contexts.get(listen.context()));
        }
        return step;
    }

    private Step derive(Step.Derive derive) {
        Step.Derive copy = deeper(derive).from(contexts::get);
        int more = copy.count() - derive.count();
        for (int i = 0; i < derive.count(); i++) {
            boolean last = i == derive.count() - 1;
            contexts.add(made + i + (last ? more : 0));
        }
        made += copy.count();
        return copy;
    }

    private Step.Derive deeper(Step.Derive derive) {
        if (!derive.deep() || derive.count() < from) {
            return derive;
        }
        return derive instanceof Step.Chain
                ? new Step.Chain(derive.parent(), Math.max(to, derive.count()))
                : new Step.Layers(derive.parent(), Math.max(to, derive.count()));
    }
}
