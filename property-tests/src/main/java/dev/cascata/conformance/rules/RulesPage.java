package dev.cascata.conformance.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders the page {@code docs/rules.md}: the catalogue as tables, and a glossary. */
public final class RulesPage {
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

    /** Returns the whole page, with a line feed at the end of each line. */
    public static String render() {
        StringBuilder page = new StringBuilder(String.format(
                Locale.ROOT,
                """
            # The rules

            For authors of a [kit](judging.md) or an [adapter](other-languages.md): every rule that the suite checks,
            why it matters, and what Go does. The words are explained in the [glossary](#glossary).

            Version %s, %d rules: %d MUST, %d SHOULD, %d MAY. [Stating conformance](stating-conformance.md) says what a
            new version means. This page is generated from the enums in `dev.cascata.conformance.rules`; a test fails
            when the two differ.

            - **Id.** A word and a number, never reused. Reports, known-failing files, mutants and races use it.
            - **Strength.** A failed MUST fails the run. A failed SHOULD or MAY is only reported.
            - **Go.** What Go's own context does. It keeps the rule, unless one of these stands first. *Differs*: it does
              something else, and a Go program can show it. *Dies or hangs*: a Go program that gets to the case shows
              nothing after that. *No such notion*: Go lacks what the rule is about. For rules that programs check, the
              [known failures of Go](../property-tests/adapters/go/known-failing.txt) have the program that shows a
              difference.
            - **Checked by.** PROGRAM: random programs, compared with the model after every step. DIRECTED: a small
              named scenario. SCALE: a million contexts on a small stack. RESOURCE: children, timers, threads and heap,
              counted before and after. RACE: two threads at once, sampled many times.
            - **Needs.** The [capabilities](#capabilities) that a library has to declare; without them the rule is not
              applicable. After 'unless': the capabilities under which it does not apply.
            - **From.** G: observed on Go's context. R: drawn from the faults of other libraries. P: a
              [promise](#promises) of this catalogue.

            The place to look at when a rule fails, and an example, are in every failure report and in the output of
            `--explain ID`.
            """,
                Catalogue.VERSION,
                Catalogue.all().size(),
                count(Strength.MUST),
                count(Strength.SHOULD),
                count(Strength.MAY)));
        Catalogue.areas().forEach(area -> appendArea(page, area));
        appendCapabilities(page);
        appendPromises(page);
        appendNotRules(page);
        appendGlossary(page);
        return page.toString();
    }

    private static void appendArea(StringBuilder page, Catalogue.Area area) {
        heading(page, area.title());
        head(page, "Id", "Strength", "Rule", "Why it matters", "Go", "Checked by", "Needs", "From");
        for (Rule rule : area.rules()) {
            row(
                    page,
                    rule.id(),
                    rule.strength().name(),
                    rule.sentence(),
                    rule.text().reason(),
                    rule.text().goWithStance(),
                    words(rule.evidence()),
                    needs(rule),
                    String.join(", ", rule.sources()));
        }
    }

    private static void appendCapabilities(StringBuilder page) {
        heading(page, "Capabilities");
        head(page, "Capability", "Meaning");
        for (Capability capability : Capability.values()) {
            row(page, capability.name(), capability.meaning());
        }
    }

    private static void appendPromises(StringBuilder page) {
        heading(page, "Promises");
        head(page, "Id", "Promise");
        Promises.all().forEach((id, promise) -> row(page, id, promise));
    }

    private static void appendNotRules(StringBuilder page) {
        heading(page, "Observations that are no rules");
        head(page, "Observation", "Why not");
        NotRules.all().forEach(entry -> row(page, entry.observation(), entry.reason()));
    }

    private static void appendGlossary(StringBuilder page) {
        heading(page, "Glossary");
        head(page, "Term", "Meaning");
        Glossary.all().forEach(entry -> row(page, entry.term(), entry.meaning()));
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

    private static <E extends Enum<E>> String words(Collection<E> constants) {
        return constants.stream().sorted().map(Enum::name).collect(Collectors.joining(", "));
    }

    private static void heading(StringBuilder page, String title) {
        page.append("\n## ").append(title).append("\n\n");
    }

    private static void head(StringBuilder page, String... titles) {
        row(page, titles);
        page.append("| --- ".repeat(titles.length)).append("|\n");
    }

    private static void row(StringBuilder page, String... cells) {
        page.append("| ");
        page.append(Stream.of(cells).map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ")));
        page.append(" |\n");
    }
}
