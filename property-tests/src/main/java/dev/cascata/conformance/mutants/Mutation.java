package dev.cascata.conformance.mutants;

import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.plain.PlainKit;
import dev.cascata.conformance.plain.PlainSteps;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.context.Environment;
import java.util.List;
import java.util.function.Function;

/**
 * What is wrong with a mutant, and what has to find it.
 *
 * @param bug the bug in the world that it stands for, in one sentence
 * @param rules the rules of which one has to be broken by it
 * @param cunning whether it takes five steps or more to show
 * @param kit makes its kit from the kit's name
 */
public record Mutation(String bug, List<Rule> rules, boolean cunning, Function<String, ContextKit<?>> kit) {
    public Mutation {
        rules = List.copyOf(rules);
    }

    static Start bug(String sentence, Rule... rules) {
        return new Start(sentence, List.of(rules), false);
    }

    static Start cunning(String sentence, Rule... rules) {
        return new Start(sentence, List.of(rules), true);
    }

    /** A mutation before its code. */
    record Start(String bug, List<Rule> rules, boolean cunning) {

        /** In the steps of its trees. */
        Mutation in(Function<Environment, PlainSteps> steps) {
            return of(name -> new PlainKit(name, steps));
        }

        /** In the kit itself. */
        Mutation of(Function<String, ContextKit<?>> kit) {
            return new Mutation(bug, rules, cunning, kit);
        }
    }
}
