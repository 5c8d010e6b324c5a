package dev.cascata.conformance.known;

import dev.cascata.conformance.checks.Check;
import dev.cascata.conformance.checks.Checks;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.program.ProgramParser;
import dev.cascata.conformance.rules.Catalogue;
import dev.cascata.conformance.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rules that a kit is known to break, each with a reason and the program that shows the failure.
 *
 * <p>One line an entry, {@code RULE_1 | reason | c1 = withCancel c0; cancel c1}, or {@code RULE_1 | reason | check
 * its-name} where a directed check shows the failure. Empty lines and lines that begin with {@code #} are skipped. The
 * suite runs the program or check of each line first, so that no line depends on random programs.
 */
public record KnownFailing(List<Line> lines) {
    private static final String SEPARATOR = " | ";
    private static final String CHECK = "check ";

    public KnownFailing {
        lines = List.copyOf(lines);
    }

    /** One entry. Its program is empty if a directed check shows the failure. */
    public record Line(
            Rule rule,
            String reason,
            Program program,
            @Nullable Check check) {

        /** Names what shows the failure. */
        public String evidence() {
            return check == null ? "program \"" + program.oneLine() + "\"" : "check " + check.name();
        }

        @Override
        public String toString() {
            String shown = check == null ? program.oneLine() : CHECK + check.name();
            return rule.id() + SEPARATOR + reason + SEPARATOR + shown;
        }
    }

    public static KnownFailing none() {
        return new KnownFailing(List.of());
    }

    /**
     * Reads what {@link #write} writes.
     *
     * @param source names the text in messages
     * @throws IllegalArgumentException in one sentence, with the source and the number of the line
     */
    public static KnownFailing parse(String text, String source) {
        List<Line> lines = new ArrayList<>();
        String[] texts = ProgramParser.withoutMark(text).split("\\R", -1);
        for (int i = 0; i < texts.length; i++) {
            String line = texts[i].strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                lines.add(parseLine(line, source + ", line " + (i + 1) + ": "));
            }
        }
        return new KnownFailing(lines);
    }

    /** Returns the entries, one a line. */
    public String write() {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    /** Returns the entry of a rule. */
    public Optional<Line> of(Rule rule) {
        return lines.stream().filter(line -> line.rule() == rule).findFirst();
    }

    private static Line parseLine(String line, String where) {
        String[] parts = line.split("\\|", -1);
        if (parts.length != 3 || parts[1].isBlank() || parts[2].isBlank()) {
            throw new IllegalArgumentException(
                    where + "a line must be \"RULE_1 | reason | program\" or \"RULE_1 | reason | check name\"");
        }
        String id = parts[0].strip();
        Rule rule = Catalogue.find(id)
                .orElseThrow(() -> new IllegalArgumentException(where + "unknown rule \"" + id + "\""));
        String shown = parts[2].strip();
        return shown.startsWith(CHECK)
                ? new Line(rule, parts[1].strip(), program("", where), check(shown.substring(CHECK.length()), where))
                : new Line(rule, parts[1].strip(), program(shown, where), null);
    }

    private static Check check(String name, String where) {
        return Checks.find(name.strip())
                .orElseThrow(() -> new IllegalArgumentException(where + "unknown check \"" + name.strip() + "\""));
    }

    private static Program program(String text, String where) {
        try {
            return Program.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + e.getMessage(), e);
        }
    }
}
