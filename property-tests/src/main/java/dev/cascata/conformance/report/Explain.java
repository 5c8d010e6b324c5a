package dev.cascata.conformance.report;

import dev.cascata.conformance.checks.Checks;
import dev.cascata.conformance.cli.UsageError;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.Catalogue;
import dev.cascata.conformance.rules.Evidence;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.rules.Text;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Prints the catalogue for a terminal: everything about one rule, or one line for each. */
public final class Explain {
    private Explain() {}

    public static String rule(Rule rule) {
        Text text = rule.text();
        TextPage page = new TextPage()
                .title(rule.id() + " (" + rule.strength() + "): " + rule.sentence())
                .entry("Why", text.reason())
                .entry("Go", text.goWithStance())
                .entry("Needs", meanings(rule.needs(), "Nothing beyond roots, derivation and cancel."));
        if (!text.oneOf().isEmpty()) {
            page.entry("One of", meanings(text.oneOf(), ""));
        }
        if (!text.unless().isEmpty()) {
            page.entry("Not where", meanings(text.unless(), ""));
        }
        page.entry("Checked by", evidence(rule.evidence())).entry("From", String.join(", ", rule.sources()));
        Checks.of(rule).forEach(c -> page.entry("Check", c.name() + ": " + c.scenario()));
        return page.line("")
                .lines("Example", text.example().lines().toList())
                .line("")
                .entry("Where to look", text.look())
                .toString();
    }

    public static String list() {
        return Catalogue.all().stream().map(Explain::line).collect(Collectors.joining());
    }

    /**
     * Returns the rule of this id.
     *
     * @param flag what the id is the value of
     * @param advise whether a flag can list the ids
     */
    public static Rule find(String flag, String id, boolean advise) {
        return Catalogue.find(id.strip())
                .orElseThrow(() -> UsageError.wrong(
                        flag, "the id of a rule, such as CANCEL_3", id, advise ? "--list-rules lists all rules" : ""));
    }

    private static String line(Rule rule) {
        return String.format(Locale.ROOT, "%-11s  %-6s  %s\n", rule.id(), rule.strength(), rule.sentence());
    }

    private static String meanings(Set<Capability> capabilities, String none) {
        return capabilities.isEmpty()
                ? none
                : capabilities.stream()
                        .sorted()
                        .map(capability -> capability + " (" + capability.meaning() + ")")
                        .collect(Collectors.joining(", "));
    }

    private static String evidence(Set<Evidence> kinds) {
        return kinds.stream().sorted().map(Explain::meaning).collect(Collectors.joining("; "));
    }

    private static String meaning(Evidence evidence) {
        return switch (evidence) {
            case PROGRAM -> "random programs, compared with the model after every step";
            case DIRECTED -> "directed checks, written for the rule";
            case SCALE -> "a million contexts on a small stack";
            case RESOURCE -> "children, timers, threads and heap, counted before and after";
            case RACE -> "two threads at once, sampled many times";
        };
    }
}
