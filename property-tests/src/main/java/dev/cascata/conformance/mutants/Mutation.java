package dev.cascata.conformance.mutants;

import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.plain.PlainKit;
import dev.cascata.conformance.plain.PlainSteps;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.context.Environment;
import java.util.List;
import java.util.function.Function;

/**
 * The bug of a mutant, and the rules that have to find it.
 *
 * @param bug the bug of a real library that it stands for, in one sentence
 * @param rules the rules, of which it has to break one
 * @param cunning true if a program needs five steps or more to show it
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

    /** A mutation that has no code yet. */
    record Start(String bug, List<Rule> rules, boolean cunning) {

        /** Breaks a step of the plain context. */
        Mutation in(Function<Environment, PlainSteps> steps) {
            return of(name -> new PlainKit(name, steps));
        }

        /** Breaks the kit itself. */
        Mutation of(Function<String, ContextKit<?>> kit) {
            return new Mutation(bug, rules, cunning, kit);
        }
    }
}
