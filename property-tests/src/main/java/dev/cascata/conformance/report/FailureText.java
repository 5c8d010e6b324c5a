package dev.cascata.conformance.report;

import dev.cascata.conformance.checks.Check;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.trial.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The text of a failure, which needs no knowledge of the suite: the rule, the program, the step, what was expected and
 * why, what was seen, where to look, and the command that shows the failure again.
 */
public final class FailureText {
    private static final int TRACE_LINES = 20;

    private FailureText() {}

    public static String render(Failure failure, Replay replay) {
        Rule rule = failure.rule();
        TextPage page = new TextPage().title(rule.id() + " (" + rule.strength() + ") is broken: " + rule.sentence());
        program(page, failure);
        comparison(page, failure);
        page.entry("Where to look", rule.text().look())
                .entry("Why it matters", rule.text().reason());
        if (!replay.more(rule).isEmpty()) {
            page.entry("More", replay.more(rule));
        }
        page.line("");
        trace(page, failure.trace());
        return page.entry("Replay", replay.how())
                .line("")
                .line(replay.command(failure))
                .toString();
    }

    private static void comparison(TextPage page, Failure failure) {
        page.entry("Checked", failure.what()).entry("Expected", failure.expected());
        if (!failure.why().isEmpty()) {
            page.entry("Because", failure.why());
        }
        page.entry("Actual", failure.actual()).line("");
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
            lines.add(String.format(Locale.ROOT, "%s%3d  %s", marker(step == failing), step + 1, program.line(step)));
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
        lines.add("... and " + (trace.size() - TRACE_LINES) + " more lines; a written report has all of them");
        return lines;
    }
}
