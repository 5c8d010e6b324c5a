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
                InputMutant,
                LinkMutant,
                MergeMutant,
                RootMutant,
                TimerMutant,
                UpkeepMutant,
                UseMutant,
                UserCodeMutant,
                ValueMutant,
                WaitMutant {

    String name();

    Mutation mutation();

    /** Returns the bug of a real library that the mutant stands for, in one sentence. */
    default String sentence() {
        return mutation().bug();
    }

    /** Returns the rules, of which the mutant has to break one. The rule that fits best comes first. */
    default List<Rule> rules() {
        return mutation().rules();
    }

    /** Returns true if a program needs five steps or more to show the bug. */
    default boolean isCunning() {
        return mutation().cunning();
    }

    /** Returns the area of the rule that fits best. */
    default String area() {
        String id = rules().get(0).id();
        return id.substring(0, id.lastIndexOf('_'));
    }

    default ContextKit<?> kit() {
        return mutation().kit().apply("plain, " + name());
    }
}
