package dev.cascata.conformance.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The page {@code RULES.md}: the catalogue as tables for people. */
public final class RulesPage {
    private static final String INTRODUCTION = """
            # The rules

            Version %s, %d rules: %d MUST, %d SHOULD, %d MAY. This page is generated from the enums in
            `dev.cascata.conformance.rules`; a test fails when the two differ.

            ## How to read it

            - **Id.** A word and a number, never reused. Reports, known-failing files, mutants and races all name it.
            - **Strength.** A failed MUST fails the run. A failed SHOULD or MAY is reported and does not.
            - **Checked by.** PROGRAM: random programs, compared with the model after every step. DIRECTED: a small
              named scenario. SCALE: a million contexts on a small stack. RESOURCE: children, timers, threads and heap
              are counted before and after. RACE: two threads at once, sampled many times.
            - **Needs.** The capabilities that a library has to declare; without them the rule is not applicable. After
              'unless': the capabilities under which it does not apply.
            - **From.** G: observed on Go's context. R: drawn from the faults of other libraries. P: a promise of this
              catalogue's own, listed at the end.
            - **Go.** What Go's context does. A dagger (†) marks what no Go program can show: it would die or hang, or Go
              has no such notion.

            A context is *done*, or *ended*, once it has been cancelled or its deadline has passed, or once either has
            happened above it; before that it is *live*. A child is *linked* if it was derived through the library's own
            layers or through a wrapper that shares done. The reason behind a rule, the place to look at when it fails,
            and an example stand beside it in the enums and in every failure report.
            """;

    private RulesPage() {}

    /** Writes the page to the file named by the only argument. */
    public static void main(String[] args) {
        if (args.length != 1) {
            System.err.println("usage: RulesPage <file>");
            System.exit(64);
        }
        try {
            Files.writeString(Path.of(args[0]), render());
        } catch (IOException e) {
            System.err.println("cannot write " + args[0] + ": " + e);
            System.exit(74);
        }
    }

    /** The whole page, with a line feed at the end of each line. */
    public static String render() {
        StringBuilder page = new StringBuilder(INTRODUCTION.formatted(
                Catalogue.VERSION,
                Catalogue.all().size(),
                count(Strength.MUST),
                count(Strength.SHOULD),
                count(Strength.MAY)));
        Catalogue.areas().forEach(area -> appendArea(page, area));
        appendPromises(page);
        appendNotRules(page);
        return page.toString();
    }

    private static void appendArea(StringBuilder page, Catalogue.Area area) {
        heading(page, area.title());
        row(page, List.of("Id", "Strength", "Rule", "Checked by", "Needs", "From", "Go"));
        row(page, List.of("---", "---", "---", "---", "---", "---", "---"));
        for (Rule rule : area.rules()) {
            row(
                    page,
                    List.of(
                            rule.id(),
                            rule.strength().name(),
                            rule.sentence(),
                            words(rule.evidence()),
                            needs(rule),
                            String.join(", ", rule.sources()),
                            go(rule)));
        }
    }

    private static void appendPromises(StringBuilder page) {
        heading(page, "Promises of this catalogue's own");
        row(page, List.of("Id", "Promise"));
        row(page, List.of("---", "---"));
        Promises.all().forEach((id, promise) -> row(page, List.of(id, promise)));
    }

    private static void appendNotRules(StringBuilder page) {
        heading(page, "Observations that are no rules");
        row(page, List.of("Observation", "Why not"));
        row(page, List.of("---", "---"));
        NotRules.all().forEach(entry -> row(page, List.of(entry.observation(), entry.reason())));
    }

    private static long count(Strength strength) {
        return Catalogue.all().stream()
                .filter(rule -> rule.strength() == strength)
                .count();
    }

    private static String needs(Rule rule) {
        List<String> parts = new ArrayList<>();
        if (!rule.needs().isEmpty()) {
            parts.add(words(rule.needs()));
        }
        if (!rule.text().oneOf().isEmpty()) {
            parts.add("one of " + words(rule.text().oneOf()));
        }
        if (!rule.text().unless().isEmpty()) {
            parts.add("unless " + words(rule.text().unless()));
        }
        return parts.isEmpty() ? "–" : String.join("; ", parts);
    }

    private static String go(Rule rule) {
        return rule.text().goShows() ? rule.text().go() : "† " + rule.text().go();
    }

    private static <E extends Enum<E>> String words(Collection<E> constants) {
        return constants.stream().sorted().map(Enum::name).collect(Collectors.joining(", "));
    }

    private static void heading(StringBuilder page, String title) {
        page.append("\n## ").append(title).append("\n\n");
    }

    private static void row(StringBuilder page, List<String> cells) {
        page.append("| ");
        page.append(cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ")));
        page.append(" |\n");
    }
}
