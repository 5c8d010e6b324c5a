package dev.cascata.conformance;

import dev.cascata.conformance.rules.Catalogue;
import dev.cascata.conformance.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The rules that a kit is known to break, each with a reason and the program that shows it.
 *
 * <p>One line an entry, {@code RULE_1 | reason | c1 = withCancel c0; cancel c1}; the program is left out where the
 * rule's own check shows the failure. Empty lines and lines that begin with {@code #} are skipped. A line is decided by
 * running its program, never by chance.
 */
public record KnownFailing(List<Line> lines) {
    private static final String SEPARATOR = " | ";

    public KnownFailing {
        lines = List.copyOf(lines);
    }

    /** One entry; an empty program stands for the rule's own check. */
    public record Line(Rule rule, String reason, Program program) {

        @Override
        public String toString() {
            String line = rule.id() + SEPARATOR + reason;
            return program.size() == 0 ? line : line + SEPARATOR + program.oneLine();
        }
    }

    public static KnownFailing none() {
        return new KnownFailing(List.of());
    }

    /**
     * Reads what {@link #write} writes.
     *
     * @param source where the text comes from, to be named in messages
     * @throws IllegalArgumentException in one sentence, with the source and the number of the line
     */
    public static KnownFailing parse(String text, String source) {
        List<Line> lines = new ArrayList<>();
        String[] texts = text.split("\\R", -1);
        for (int i = 0; i < texts.length; i++) {
            String line = texts[i].strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                lines.add(parseLine(line, source + ", line " + (i + 1) + ": "));
            }
        }
        return new KnownFailing(lines);
    }

    /** The entries, one a line. */
    public String write() {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    /** The entry of a rule. */
    public Optional<Line> of(Rule rule) {
        return lines.stream().filter(line -> line.rule() == rule).findFirst();
    }

    private static Line parseLine(String line, String where) {
        String[] parts = line.split("\\|", -1);
        if (parts.length < 2 || parts.length > 3 || parts[1].isBlank()) {
            throw new IllegalArgumentException(where + "a line is written \"RULE_1 | reason | program\"");
        }
        String id = parts[0].strip();
        Rule rule = Catalogue.find(id)
                .orElseThrow(() -> new IllegalArgumentException(where + "there is no rule \"" + id + "\""));
        return new Line(rule, parts[1].strip(), program(parts.length == 3 ? parts[2] : "", where));
    }

    private static Program program(String text, String where) {
        try {
            return Program.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + e.getMessage(), e);
        }
    }
}
