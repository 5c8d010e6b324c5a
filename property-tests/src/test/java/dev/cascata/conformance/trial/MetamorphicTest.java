package dev.cascata.conformance.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.generator.Programs;
import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.kit.ForeignShape;
import dev.cascata.conformance.mutants.CancelMutant;
import dev.cascata.conformance.mutants.DeadlineMutant;
import dev.cascata.conformance.mutants.ForeignMutant;
import dev.cascata.conformance.mutants.Mutant;
import dev.cascata.conformance.peers.ReferenceKit;
import dev.cascata.conformance.plain.PlainKit;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.program.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.sessions.JqwikSession;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Who tests the model: relations between two runs of one library, for which no model is asked. Each is seen to fail on
 * a context that breaks it.
 */
class MetamorphicTest {
    private static final int PROGRAMS_ON_BROKEN = 300;
    private static final long SHIFT = 1000;
    private static final double RELATED_AT_LEAST = 30;

    /** Two programs made of one, and what has to read the same in both. */
    enum Relation {
        AN_UNRELATED_SIBLING_CHANGES_NOTHING(CancelMutant.LAST_CHILD_ONLY) {
            @Override
            boolean holds(ContextKit<?> kit, List<Step> steps, int choice) {
                int at = choice % (steps.size() + 1);
                int made = Rewriting.before(steps, at);
                List<Step> more = Rewriting.with(steps, at, new Step.WithCancel(choice % made));
                return all(kit, steps).equals(read(kit, more).without(at, made));
            }
        },
        A_VALUE_LAYER_CHANGES_NOTHING(CancelMutant.NOT_LINKED_THROUGH_A_LAYER) {
            @Override
            boolean holds(ContextKit<?> kit, List<Step> steps, int choice) {
                return holdsThrough(Rewriting.otherValue(0), kit, steps, choice);
            }
        },
        A_WRAPPER_CHANGES_NOTHING(ForeignMutant.SHARING_NOT_LINKED) {
            @Override
            boolean holds(ContextKit<?> kit, List<Step> steps, int choice) {
                return holdsThrough(new Step.Foreign(0, ForeignShape.SHARING), kit, steps, choice);
            }
        },
        INDEPENDENT_STEPS_MAY_CHANGE_PLACES(CancelMutant.LAST_CHILD_ONLY) {
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
        A_SUBTREE_ENDS_AS_ITS_CONTEXTS_DO(CancelMutant.FIRST_LEVEL_ONLY) {
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

        /** Puts a context between one that is derived and its parent. */
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

    /** Two neighbouring steps that have nothing to do with one another, in the other order. */
    private static final class Exchange {
        private final List<Step> original;
        private final int at;
        private final int made;
        private final int first;
        private final int second;

        Exchange(List<Step> original, int at) {
            this.original = original;
            this.at = at;
            this.made = Rewriting.before(original, at);
            this.first = Rewriting.made(original.get(at));
            this.second = Rewriting.made(original.get(at + 1));
        }

        /** The first such pair from a place on, around the end; -1 if there is none. */
        static int find(List<Step> steps, int from) {
            for (int i = 0; i < steps.size() - 1; i++) {
                int at = (from + i) % (steps.size() - 1);
                if (independent(steps, at)) {
                    return at;
                }
            }
            return -1;
        }

        private static boolean independent(List<Step> steps, int at) {
            Step one = steps.get(at);
            Step other = steps.get(at + 1);
            List<Integer> parents = Rewriting.parents(steps);
            if (one instanceof Step.Derive && other instanceof Step.Derive derive) {
                return derive.parent() < Rewriting.before(steps, at);
            } else if (one instanceof Step.Cancel cancel && other instanceof Step.Derive derive) {
                return !Rewriting.within(parents, cancel.context(), derive.parent());
            } else if (one instanceof Step.Cancel cancel && other instanceof Step.Cancel later) {
                return !Rewriting.within(parents, cancel.context(), later.context())
                        && !Rewriting.within(parents, later.context(), cancel.context());
            }
            return false;
        }

        List<Step> steps() {
            List<Step> steps = new ArrayList<>(original);
            Collections.swap(steps, at, at + 1);
            for (int i = at + 2; i < steps.size(); i++) {
                steps.set(i, Rewriting.renamed(steps.get(i), this::renamed));
            }
            return steps;
        }

        private int renamed(int context) {
            if (context < made || context >= made + first + second) {
                return context;
            }
            return context < made + first ? context + second : context - first;
        }

        /** What was read, in the order of the original. */
        List<String> restored(List<String> read) {
            List<String> restored = new ArrayList<>();
            for (int context = 0; context < read.size(); context++) {
                restored.add(read.get(renamed(context)));
            }
            return restored;
        }
    }

    @Provide
    Arbitrary<Program> programs() {
        return Programs.all(new ReferenceKit().capabilities()).map(Rewriting::small);
    }

    @Provide
    Arbitrary<ContextKit<?>> kits() {
        return Arbitraries.of(new ReferenceKit(), new PlainKit());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void anUnrelatedSiblingChangesNothing(
            @ForAll("kits") ContextKit<?> kit,
            @ForAll("programs") Program program,
            @ForAll @IntRange(max = 1000) int choice) {
        holds(Relation.AN_UNRELATED_SIBLING_CHANGES_NOTHING, kit, program, choice);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aValueLayerChangesNothing(
            @ForAll("kits") ContextKit<?> kit,
            @ForAll("programs") Program program,
            @ForAll @IntRange(max = 1000) int choice) {
        holds(Relation.A_VALUE_LAYER_CHANGES_NOTHING, kit, program, choice);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aWrapperThatSharesDoneChangesNothing(
            @ForAll("kits") ContextKit<?> kit,
            @ForAll("programs") Program program,
            @ForAll @IntRange(max = 1000) int choice) {
        holds(Relation.A_WRAPPER_CHANGES_NOTHING, kit, program, choice);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void independentStepsMayChangePlaces(
            @ForAll("kits") ContextKit<?> kit,
            @ForAll("programs") Program program,
            @ForAll @IntRange(max = 1000) int choice) {
        holds(Relation.INDEPENDENT_STEPS_MAY_CHANGE_PLACES, kit, program, choice);
        Statistics.collect(Exchange.find(program.steps(), choice) >= 0);
        Statistics.coverage(c -> c.check(true).percentage(p -> p >= RELATED_AT_LEAST));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void cancellingASubtreeEqualsCancellingItsContextsTopDown(
            @ForAll("kits") ContextKit<?> kit,
            @ForAll("programs") Program program,
            @ForAll @IntRange(max = 1000) int choice) {
        holds(Relation.A_SUBTREE_ENDS_AS_ITS_CONTEXTS_DO, kit, program, choice);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void shiftingAllTimesShiftsAllDeadlines(
            @ForAll("kits") ContextKit<?> kit,
            @ForAll("programs") Program program,
            @ForAll @IntRange(max = 1000) int choice) {
        holds(Relation.TIME_MAY_BEGIN_LATER, kit, program, choice);
    }

    private static void holds(Relation relation, ContextKit<?> kit, Program program, int choice) {
        assertThat(relation.holds(kit, program.steps(), choice))
                .as("%s on %s with choice %d of\n%s", relation, kit.name(), choice, program)
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void isSeenToFail(Relation relation) {
        ContextKit<?> broken = relation.breaker.kit();
        boolean[] failed = new boolean[1];

        JqwikSession.run(() -> {
            RandomGenerator<Program> programs =
                    Programs.all(broken.capabilities()).map(Rewriting::small).generator(1000);
            Random random = new Random(1);
            for (int i = 0; i < PROGRAMS_ON_BROKEN && !failed[0]; i++) {
                Program program = programs.next(random).value();
                failed[0] = !relation.holds(broken, program.steps(), random.nextInt(1000));
            }
        });

        assertThat(failed[0])
                .as("%s on a context that is %s", relation, relation.breaker)
                .isTrue();
    }
}
