package dev.cascata.conformance.trial;

import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.kit.ForeignShape;
import dev.cascata.conformance.mutants.CancelMutant;
import dev.cascata.conformance.mutants.DeadlineMutant;
import dev.cascata.conformance.mutants.ForeignMutant;
import dev.cascata.conformance.mutants.Mutant;
import dev.cascata.conformance.program.Step;
import java.util.ArrayList;
import java.util.List;

/** Makes a second program of one, and says what has to read the same in both. */
enum Relation {
    UNRELATED_SIBLING_CHANGES_NOTHING(CancelMutant.LAST_CHILD_ONLY) {
        @Override
        boolean holds(ContextKit<?> kit, List<Step> steps, int choice) {
            int at = choice % (steps.size() + 1);
            int made = Rewriting.before(steps, at);
            List<Step> more = Rewriting.with(steps, at, new Step.WithCancel(choice % made));
            return all(kit, steps).equals(read(kit, more).without(at, made));
        }
    },
    VALUE_LAYER_CHANGES_NOTHING(CancelMutant.NOT_LINKED_THROUGH_A_LAYER) {
        @Override
        boolean holds(ContextKit<?> kit, List<Step> steps, int choice) {
            return holdsThrough(Rewriting.otherValue(0), kit, steps, choice);
        }
    },
    FOREIGN_CONTEXT_CHANGES_NOTHING(ForeignMutant.SHARING_NOT_LINKED) {
        @Override
        boolean holds(ContextKit<?> kit, List<Step> steps, int choice) {
            return holdsThrough(new Step.Foreign(0, ForeignShape.SHARING), kit, steps, choice);
        }
    },
    INDEPENDENT_STEPS_CAN_BE_EXCHANGED(CancelMutant.LAST_CHILD_ONLY) {
        @Override
        boolean holds(ContextKit<?> kit, List<Step> steps, int choice) {
            int at = Exchange.find(steps, choice);
            if (at < 0) {
                return true;
            }
            Exchange exchange = new Exchange(steps, at);
            return read(kit, steps)
                    .last()
                    .equals(exchange.restored(read(kit, exchange.steps()).last()));
        }
    },
    SUBTREE_ENDS_AS_ITS_CONTEXTS_DO(CancelMutant.FIRST_LEVEL_ONLY) {
        @Override
        boolean holds(ContextKit<?> kit, List<Step> steps, int choice) {
            List<Integer> cancellable = Rewriting.cancellable(steps);
            if (cancellable.isEmpty()) {
                return true;
            }
            int top = cancellable.get(choice % cancellable.size());
            List<Step> one = plus(steps, List.of(top));
            List<Step> each = plus(steps, linkedBelow(steps, top));
            return read(kit, one).last().equals(read(kit, each).last());
        }
    },
    TIME_MAY_BEGIN_LATER(DeadlineMutant.TIMEOUT_FROM_THE_START) {
        @Override
        boolean holds(ContextKit<?> kit, List<Step> steps, int choice) {
            List<Step> later = new ArrayList<>(List.of(new Step.Advance(SHIFT)));
            steps.forEach(s -> later.add(later(s)));
            return all(kit, steps).equals(Transcript.of(kit, later, SHIFT).without(0, Integer.MAX_VALUE));
        }
    };

    private static final long SHIFT = 1000;

    @SuppressWarnings("ImmutableEnumChecker")
    final Mutant breaker;

    Relation(Mutant breaker) {
        this.breaker = breaker;
    }

    abstract boolean holds(ContextKit<?> kit, List<Step> steps, int choice);

    static Transcript read(ContextKit<?> kit, List<Step> steps) {
        return Transcript.of(kit, steps, 0);
    }

    static List<List<String>> all(ContextKit<?> kit, List<Step> steps) {
        return read(kit, steps).all();
    }

    /** Whether all else reads the same with a context between a derived one and its parent. */
    private static boolean holdsThrough(Step layer, ContextKit<?> kit, List<Step> steps, int choice) {
        List<Integer> derivations = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof Step.Derive) {
                derivations.add(i);
            }
        }
        if (derivations.isEmpty()) {
            return true;
        }
        int at = derivations.get(choice % derivations.size());
        int made = Rewriting.before(steps, at);
        int parent = ((Step.Derive) steps.get(at)).parent();
        List<Step> more = Rewriting.with(steps, at, Rewriting.renamed(layer, c -> parent));
        more.set(at + 1, Rewriting.renamed(more.get(at + 1), c -> made));
        return all(kit, steps).equals(read(kit, more).without(at, made));
    }

    private static List<Step> plus(List<Step> steps, List<Integer> cancelled) {
        List<Step> more = new ArrayList<>(steps);
        cancelled.forEach(c -> more.add(new Step.Cancel(c, "a")));
        return more;
    }

    private static List<Integer> linkedBelow(List<Step> steps, int top) {
        List<Integer> parents = Rewriting.parents(steps);
        List<Integer> cut = Rewriting.detached(steps).stream()
                .filter(d -> Rewriting.within(parents, top, d))
                .toList();
        return Rewriting.cancellable(steps).stream()
                .filter(c -> Rewriting.within(parents, top, c))
                .filter(c -> cut.stream().noneMatch(d -> Rewriting.within(parents, d, c)))
                .toList();
    }

    private static Step later(Step step) {
        boolean moves = step instanceof Step.WithDeadline deadline && Math.abs(deadline.at()) != Step.HUGE;
        return moves && step instanceof Step.WithDeadline deadline
                ? new Step.WithDeadline(deadline.parent(), deadline.at() + SHIFT, deadline.cause())
                : step;
    }
}
