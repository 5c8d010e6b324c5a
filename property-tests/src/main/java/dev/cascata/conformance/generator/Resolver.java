package dev.cascata.conformance.generator;

import dev.cascata.conformance.generator.Programs.Draw;
import dev.cascata.conformance.kit.ForeignShape;
import dev.cascata.conformance.model.Ancestry;
import dev.cascata.conformance.model.Model;
import dev.cascata.conformance.model.Node;
import dev.cascata.conformance.program.Step;
import dev.cascata.conformance.rules.Capability;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Turns draws into the steps of a program. Each step gets the contexts, callbacks and moments that it refers to. A draw
 * without a context or callback to refer to is left out. Used once.
 */
final class Resolver {
    private static final String[] CAUSES = {"a", "b", "c", "d", Step.NULL_CAUSE};
    private static final List<ForeignShape> SHAPES = List.of(ForeignShape.values());
    private static final int SOON = 8;
    /** The draw of a deadline that equals the one above. */
    static final int AS_ABOVE = 6;
    /** The least number with which a cause is given. */
    static final int FIRST_CAUSE = 6;

    private final Set<Capability> capabilities;
    private final Model model = new Model();
    private final List<Step> steps = new ArrayList<>();

    Resolver(Set<Capability> capabilities) {
        this.capabilities = capabilities;
    }

    List<Step> resolve(List<Draw> draws) {
        for (Draw draw : draws) {
            if (draw.what().scenario()) {
                new Scenario(this, model, capabilities, draw, this::take).unfold();
            } else {
                Step wanted = step(draw);
                if (wanted != null) {
                    take(wanted);
                }
            }
        }
        return steps;
    }

    private void take(Step wanted) {
        Step step = model.possible(wanted);
        model.apply(step);
        steps.add(step);
    }

    private @Nullable Step step(Draw draw) {
        int context = pick(draw.who(), model.nodes().size());
        return switch (draw.what()) {
            case WITH_DEADLINE -> derive(draw, deadlineParent(draw));
            case WITH_CANCEL, WITH_TIMEOUT, WITH_VALUE, WITHOUT_CANCEL, FOREIGN -> derive(draw, context);
            case BACKGROUND -> new Step.Background();
            case FAN -> fan(draw);
            case CHAIN -> new Step.Chain(context, many(draw));
            case LAYERS -> new Step.Layers(context, many(draw));
            case CANCEL -> cancel(draw);
            case AFTER_FUNC -> new Step.AfterFunc(context);
            case AFTER_FUNC_AGAIN -> noCallback() ? null : new Step.AfterFuncAgain(callback(draw));
            case STOP -> noCallback() ? null : new Step.StopCallback(callback(draw));
            case ADVANCE -> new Step.Advance(advance(draw));
            case MERGE -> merge(draw);
            case STALK, FAMILY, NOTES -> null;
        };
    }

    /** Derives the context that the draw asks for from {@code parent}. */
    Step derive(Draw draw, int parent) {
        return switch (draw.what()) {
            case WITH_DEADLINE -> new Step.WithDeadline(parent, moment(draw, parent), expiryCause(draw));
            case WITH_TIMEOUT -> new Step.WithTimeout(parent, time(draw), expiryCause(draw));
            case WITH_VALUE -> new Step.WithValue(parent, draw.how() % Step.KEYS, value(draw.number()));
            case WITHOUT_CANCEL -> new Step.WithoutCancel(parent);
            case FOREIGN -> new Step.Foreign(parent, SHAPES.get(draw.how() % SHAPES.size()));
            default -> new Step.WithCancel(parent);
        };
    }

    /** Counts from the first one for numbers from zero, and from the last one for negative numbers. */
    static int pick(int number, int size) {
        return number >= 0 ? number % size : size - 1 - (-number - 1) % size;
    }

    private boolean noCallback() {
        return model.callbacks().isEmpty();
    }

    private int callback(Draw draw) {
        return pick(draw.who(), model.callbacks().size());
    }

    private @Nullable Step cancel(Draw draw) {
        Integer context = pick(draw, Node::cancellable);
        return context == null ? null : cancel(context, draw.cause());
    }

    Step cancel(int context, int cause) {
        return new Step.Cancel(context, capabilities.contains(Capability.CAUSES) ? cause(cause, 5) : null);
    }

    private @Nullable Integer pick(Draw draw, Predicate<Node> wanted) {
        List<Node> found = model.nodes().stream().filter(wanted).toList();
        return found.isEmpty() ? null : found.get(pick(draw.who(), found.size())).index;
    }

    private @Nullable String expiryCause(Draw draw) {
        return capabilities.contains(Capability.DEADLINE_CAUSES) ? cause(draw.cause(), 4) : null;
    }

    private static int value(int number) {
        return number % 5 == 4 ? Step.NULL_VALUE : number % 5;
    }

    private static @Nullable String cause(int number, int labels) {
        int label = number - FIRST_CAUSE;
        return label >= 0 && label < labels ? CAUSES[label] : null;
    }

    /** Three out of four fans are derived from a live cancellable context. */
    private Step fan(Draw draw) {
        Integer holder = draw.cause() % 4 == 3 ? null : pick(draw, n -> n.cancellable() && !n.done());
        return new Step.Fan(holder == null ? pick(draw.who(), model.nodes().size()) : holder, many(draw));
    }

    /** Most merges combine a live context with one of another branch, one of the same branch, or a foreign context. */
    private Step merge(Draw draw) {
        Integer live = draw.how() < 85 ? pick(draw, Resolver::live) : null;
        Node first =
                model.nodes().get(live == null ? pick(draw.who(), model.nodes().size()) : live);
        List<Node> wanted =
                model.nodes().stream().filter(second(first, draw.how())).toList();
        List<Node> found = wanted.isEmpty() ? model.nodes() : wanted;
        Node second = found.get(found.size() - 1 - draw.number() % found.size());
        List<Integer> parents = new ArrayList<>(List.of(first.index, second.index));
        if (draw.cause() % 4 == 3) {
            parents.add(draw.number() % model.nodes().size());
        }
        return new Step.Merge(parents);
    }

    private static Predicate<Node> second(Node first, int mode) {
        if (mode < 40) {
            return n -> live(n) && !related(n, first);
        } else if (mode < 55) {
            return n -> live(n) && n != first && related(n, first);
        } else if (mode < 60) {
            return n -> n == first;
        }
        return mode < 85 ? n -> n.form == Node.Form.FOREIGN && !n.neverEnds() && !n.done() : n -> true;
    }

    private static boolean live(Node node) {
        return node.cancellable() && !node.done() && !node.inner;
    }

    private static boolean related(Node one, Node other) {
        return one == other || Ancestry.above(one, other) || Ancestry.above(other, one);
    }

    /** Half of the deadlines are near one above, if there is one: equal, a little earlier or a little later. */
    private int deadlineParent(Draw draw) {
        Integer below = draw.how() % 20 < 6 ? null : pick(draw, n -> n.deadline != null && !n.done());
        return below == null ? pick(draw.who(), model.nodes().size()) : below;
    }

    private long moment(Draw draw, int context) {
        Long above = model.nodes().get(context).deadline;
        long base = above == null || above == Step.HUGE || above == -Step.HUGE ? model.now() + SOON : above;
        int mode = draw.how() % 20;
        return switch (mode) {
            case 0, 1, 2, 3, 4, 5 -> model.now() + 1 + draw.number() % SOON;
            case 6, 7, 8, 9, 10 -> base;
            case 11, 12 -> base - 1 - draw.number() % 3;
            case 13, 14 -> base + 1 + draw.number() % 3;
            case 15 -> model.now();
            case 16, 17 -> model.now() - 1 - draw.number() % 5;
            case 18 -> huge() ? Step.HUGE : base;
            default -> huge() && draw.number() % 2 == 0 ? -Step.HUGE : -1 - draw.number();
        };
    }

    private boolean huge() {
        return capabilities.contains(Capability.HUGE_DURATIONS);
    }

    private long time(Draw draw) {
        int mode = draw.how() % 10;
        return switch (mode) {
            case 7 -> 0;
            case 8 -> -1 - draw.number() % 5;
            case 9 -> huge() ? (draw.number() % 2 == 0 ? Step.HUGE : -Step.HUGE) : 1;
            default -> 1 + draw.number() % SOON;
        };
    }

    /**
     * Returns the ticks to a deadline, to one tick before it or one after it; a few ticks if no deadline is to come.
     */
    private long advance(Draw draw) {
        Integer context = pick(draw, n -> n.timer != null && n.timer > model.now() && n.timer != Step.HUGE);
        Long due = context == null ? null : model.nodes().get(context).timer;
        int mode = draw.how() % 5;
        if (due == null || mode == 0) {
            return draw.number() % (2 * SOON);
        }
        long far = due - model.now();
        return mode == 1 ? far - 1 : mode == 2 ? far + 1 : far;
    }

    private static int many(Draw draw) {
        int mode = draw.how();
        if (mode < 70) {
            return 2 + draw.number() % 4;
        } else if (mode < 80) {
            return 8 + draw.number() % 32;
        }
        return mode < 94 ? 60 + draw.number() % 40 : 1000 + draw.number() * 80;
    }
}
