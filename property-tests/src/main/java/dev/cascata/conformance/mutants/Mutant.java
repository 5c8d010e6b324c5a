package dev.cascata.conformance.mutants;

import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.rules.Rule;
import java.util.List;

/** A plain context with one step broken, to prove that the suite finds such a bug. */
public sealed interface Mutant
        permits CallMutant,
                CallbackMutant,
                CancelMutant,
                CauseMutant,
                CunningLinkMutant,
                CunningMutant,
                DeadlineMutant,
                DetachMutant,
                ErrMutant,
                ForeignMutant,
                InsideMutant,
                LinkMutant,
                MergeMutant,
                RootMutant,
                TimerMutant,
                UpkeepMutant,
                UseMutant,
                ValueMutant {

    String name();

    Mutation mutation();

    /** The bug in the world that it stands for, in one sentence. */
    default String sentence() {
        return mutation().bug();
    }

    /** The rules of which one has to be broken by it; the one that fits it best comes first. */
    default List<Rule> rules() {
        return mutation().rules();
    }

    /** Whether it takes five steps or more to show. */
    default boolean isCunning() {
        return mutation().cunning();
    }

    /** The area of the catalogue in which it does its harm. */
    default String area() {
        String id = rules().get(0).id();
        return id.substring(0, id.lastIndexOf('_'));
    }

    default ContextKit<?> kit() {
        return mutation().kit().apply("plain, " + name());
    }
}
