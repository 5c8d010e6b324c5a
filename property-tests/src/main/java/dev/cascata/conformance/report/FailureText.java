package dev.cascata.conformance.report;

import dev.cascata.conformance.checks.Check;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.trial.Failure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A failure for somebody who has never seen the suite: the rule, the program, the step, expected and why, actual, where
 * to look, and the command that shows it once more.
 */
public final class FailureText {
    private static final int TRACE_LINES = 20;

    private FailureText() {}

    static String render(Failure failure, Replay replay) {
        String more = " More: --explain " + failure.rule().id();
        return render(
                failure,
                more,
                "Paste this into a shell, in the folder that the suite was started from:",
                replay.command(failure));
    }

    /** {@code how} says what to do with the command that shows the failure once more. */
    public static String render(Failure failure, String how, String command) {
        return render(failure, "", how, command);
    }

    private static String render(Failure failure, String more, String how, String command) {
        Rule rule = failure.rule();
        TextPage page = new TextPage().title(rule.id() + " (" + rule.strength() + ") is broken: " + rule.sentence());
        program(page, failure);
        page.entry("Read", failure.what()).entry("Expected", failure.expected());
        if (!failure.why().isEmpty()) {
            page.entry("because", failure.why());
        }
        page.entry("Actual", failure.actual())
                .line("")
                .entry("Look at", rule.text().look())
                .entry("Why care", rule.text().reason() + more)
                .line("");
        trace(page, failure.trace());
        return page.entry("Replay", how).line("").line(command).toString();
    }

    private static void program(TextPage page, Failure failure) {
        Program program = failure.program();
        Check check = failure.check();
        if (check != null) {
            page.entry("Check", check.name()).entry("", check.scenario()).line("");
            return;
        }
        page.lines("Program", numbered(program, failure.step()))
                .entry("", "c0 is the root; a tick is one millisecond of virtual time.")
                .line("")
                .entry("Step", step(failure));
    }

    private static String step(Failure failure) {
        Program program = failure.program();
        return failure.step() < program.size()
                ? (failure.step() + 1) + " of " + program.size() + ": " + program.line(failure.step())
                : "after the last: every context is cancelled, and time runs out";
    }

    private static List<String> numbered(Program program, int failing) {
        List<String> lines = new ArrayList<>();
        if (program.quiet()) {
            lines.add("      " + Program.QUIET);
        }
        for (int step = 0; step < program.size(); step++) {
            lines.add("%s%3d  %s".formatted(marker(step == failing), step + 1, program.line(step)));
        }
        if (failing >= program.size()) {
            lines.add(marker(true) + "     " + program.line(program.size()));
        }
        return lines;
    }

    private static String marker(boolean failing) {
        return failing ? ">" : " ";
    }

    private static void trace(TextPage page, @Nullable String trace) {
        if (trace != null) {
            page.lines("Trace", shortened(trace.stripTrailing().lines().toList()))
                    .line("");
        }
    }

    private static List<String> shortened(List<String> trace) {
        if (trace.size() <= TRACE_LINES) {
            return trace;
        }
        List<String> lines = new ArrayList<>(trace.subList(0, TRACE_LINES));
        lines.add("... and " + (trace.size() - TRACE_LINES) + " lines more; a written report has them all");
        return lines;
    }
}
