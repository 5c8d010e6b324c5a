package dev.cascata.conformance.generator;

import dev.cascata.conformance.generator.Programs.Draw;
import dev.cascata.conformance.generator.Programs.What;
import dev.cascata.conformance.model.Model;
import dev.cascata.conformance.model.Node;
import dev.cascata.conformance.program.Step;
import dev.cascata.conformance.rules.Capability;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Steps that belong together and that independent draws are unlikely to combine: layers upon layers, siblings of which
 * one ends before the others, callbacks of which one is stopped. One draw stands for all of these steps.
 */
final class Scenario {
    private static final What[] LAYERS = {
        What.WITH_VALUE,
        What.WITH_CANCEL,
        What.WITH_DEADLINE,
        What.WITHOUT_CANCEL,
        What.WITH_VALUE,
        What.WITHOUT_CANCEL,
        What.WITH_CANCEL,
        What.WITH_DEADLINE,
        What.FOREIGN
    };
    private static final What[] AROUND = {What.WITH_CANCEL, What.FOREIGN, What.WITH_DEADLINE, What.FOREIGN};
    private static final int CROWD = 64;
    private static final What[] CHILDREN = {
        What.WITH_CANCEL, What.WITH_DEADLINE, What.WITH_CANCEL, What.WITHOUT_CANCEL, What.WITH_DEADLINE
    };

    private final Resolver resolver;
    private final Model model;
    private final Set<Capability> capabilities;
    private final Draw draw;
    private final Consumer<Step> steps;
    private int state;

    Scenario(Resolver resolver, Model model, Set<Capability> capabilities, Draw draw, Consumer<Step> steps) {
        this.resolver = resolver;
        this.model = model;
        this.capabilities = capabilities;
        this.draw = draw;
        this.steps = steps;
        this.state = (draw.how() * 100 + draw.number()) * 12 + draw.cause();
    }

    void unfold() {
        int context = Resolver.pick(draw.who(), model.nodes().size());
        switch (draw.what()) {
            case STALK -> stalk(context);
            case FAMILY -> family(context);
            case NOTES -> notes(context);
            default -> throw new AssertionError(draw);
        }
    }

    /** Derives layers of several kinds below one another, registers a callback on the last and ends the first. */
    private void stalk(int context) {
        int foot = below(3) == 0 ? context : derive(What.WITH_DEADLINE, context);
        int top = foot;
        for (int i = below(3); i < 5; i++) {
            top = derive(any(LAYERS), top);
        }
        if (below(2) == 0) {
            afterFunc(top);
        }
        end(foot);
    }

    /**
     * Derives siblings, few or many, of which the first ends before one more is derived; below the context itself or a
     * live context that is derived for them.
     */
    private void family(int context) {
        int around = below(5) == 0 ? context : derive(any(AROUND), live(context));
        int parent = below(4) == 0 ? derive(What.WITH_VALUE, around) : around;
        int first = model.nodes().size();
        for (int i = below(2); i < 3; i++) {
            derive(any(CHILDREN), parent);
        }
        if (below(5) == 0) {
            steps.accept(new Step.Fan(parent, CROWD + below(CROWD)));
        }
        int ended = Math.min(first, model.nodes().size() - 1);
        if (below(3) == 0) {
            cancel(ended);
            cancel(ended);
        } else {
            end(ended);
        }
        if (below(3) > 0) {
            afterFunc(parent);
        }
        int last = derive(any(CHILDREN), parent);
        end(below(3) == 0 ? last : parent);
    }

    /** Returns the context if it is live and can end, else a new child of the first root. */
    private int live(int context) {
        Node node = model.nodes().get(context);
        return node.done() || node.neverEnds() ? derive(What.WITH_CANCEL, 0) : context;
    }

    /** Registers callbacks on a context, or on it and a child, stops one of them and ends the context. */
    private void notes(int context) {
        int noted = maybe(below(2) == 0 ? What.WITH_CANCEL : What.WITH_DEADLINE, context);
        int first = model.callbacks().size();
        afterFunc(noted);
        switch (below(4)) {
            case 0 -> afterFunc(derive(What.WITH_CANCEL, noted));
            case 1 -> afterFunc(noted);
            default -> steps.accept(new Step.AfterFuncAgain(first));
        }
        steps.accept(new Step.StopCallback(first + below(2)));
        switch (below(3)) {
            case 0 -> afterFunc(noted);
            case 1 -> steps.accept(new Step.StopCallback(first + below(2)));
            default -> {}
        }
        end(noted);
    }

    /** Lets the deadline of the context pass, or cancels it, or does neither. */
    private void end(int context) {
        Node node = model.nodes().get(context);
        Long due = node.deadline;
        boolean expires = due != null && due > model.now() && due != Step.HUGE && has(What.ADVANCE);
        if (due != null && expires && below(3) > 0) {
            steps.accept(new Step.Advance(due - model.now()));
        } else if (below(3) > 0) {
            cancel(context);
        }
    }

    private void cancel(int context) {
        if (model.nodes().get(context).cancellable()) {
            steps.accept(resolver.cancel(context, cause()));
        }
    }

    /** Gives a cause in two of three cases. */
    private int cause() {
        return below(3) == 0 ? 0 : Resolver.FIRST_CAUSE + below(4);
    }

    private int maybe(What what, int parent) {
        return below(2) == 0 ? parent : derive(what, parent);
    }

    private What any(What[] kinds) {
        return kinds[below(kinds.length)];
    }

    private void afterFunc(int context) {
        if (has(What.AFTER_FUNC)) {
            steps.accept(new Step.AfterFunc(context));
        }
    }

    /** Derives a context, if the library can, and returns its number; else the number of the parent. */
    private int derive(What what, int parent) {
        if (!has(what)) {
            return parent;
        }
        int how = below(2) == 0 ? Resolver.AS_ABOVE : below(100);
        steps.accept(resolver.derive(new Draw(what, parent, how, below(100), cause()), parent));
        return model.nodes().size() - 1;
    }

    private boolean has(What what) {
        return capabilities.containsAll(what.needs);
    }

    /** Returns the next number, from zero to below {@code bound}, of a sequence that the draw decides. */
    private int below(int bound) {
        state = state * 1_103_515_245 + 12_345;
        return (state >>> 16) % bound;
    }
}
