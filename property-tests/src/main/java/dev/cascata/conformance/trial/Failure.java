package dev.cascata.conformance.trial;

import dev.cascata.conformance.checks.Check;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.rules.Rule;
import org.jspecify.annotations.Nullable;

/**
 * An observation that breaks a rule.
 *
 * @param rule the broken rule
 * @param program the program that shows it
 * @param step the index of the step after which it was made; the program's size for its end, when every context is
 * cancelled
 * @param what what was checked, such as {@code done of c2}
 * @param expected what the model expects, in words
 * @param why why the model expects that, in words
 * @param actual what was observed
 * @param trace the stack or thread dump, where the failure is a throw or a hang
 * @param check the directed check that shows it; null if a program does
 */
public record Failure(
        Rule rule,
        Program program,
        int step,
        String what,
        String expected,
        String why,
        String actual,
        @Nullable String trace,
        @Nullable Check check) {

    /** Makes a failure that a program shows. */
    public Failure(
            Rule rule,
            Program program,
            int step,
            String what,
            String expected,
            String why,
            String actual,
            @Nullable String trace) {
        this(rule, program, step, what, expected, why, actual, trace, null);
    }
}
