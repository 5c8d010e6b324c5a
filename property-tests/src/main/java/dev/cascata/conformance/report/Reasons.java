package dev.cascata.conformance.report;

import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.Evidence;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.suite.RuleResult;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Why a rule has its verdict, in words. */
public final class Reasons {
    private Reasons() {}

    /** Returns the reason of a verdict, or the sentence of the rule if the verdict needs no reason. */
    public static String of(RuleResult result, Set<Capability> declared) {
        if (!result.note().isEmpty()) {
            return result.note();
        }
        return switch (result.verdict()) {
            case NOT_APPLICABLE -> inapplicable(result.rule(), declared, names(missing(result.rule(), declared)));
            case NOT_RUN -> evidence(result.rule().evidence());
            default -> result.rule().sentence();
        };
    }

    /** Returns the same, but of several missing capabilities the first, so that few reasons cover many rules. */
    static String first(RuleResult result, Set<Capability> declared) {
        Set<Capability> missing = missing(result.rule(), declared);
        return result.note().isEmpty() && !missing.isEmpty()
                ? inapplicable(
                        result.rule(),
                        declared,
                        names(List.of(missing.iterator().next())))
                : of(result, declared);
    }

    private static Set<Capability> missing(Rule rule, Set<Capability> declared) {
        Set<Capability> missing = new TreeSet<>(rule.needs());
        missing.removeAll(declared);
        return missing;
    }

    private static String inapplicable(Rule rule, Set<Capability> declared, String missing) {
        if (!missing.isEmpty()) {
            return "needs " + missing;
        }
        Set<Capability> excluded = new TreeSet<>(rule.text().unless());
        excluded.retainAll(declared);
        return excluded.isEmpty()
                ? "needs one of " + names(new TreeSet<>(rule.text().oneOf()))
                : "not with " + names(excluded);
    }

    private static String evidence(Set<Evidence> kinds) {
        return kinds.stream().sorted().map(Reasons::plural).collect(Collectors.joining(" or ", "needs ", ""));
    }

    private static String plural(Evidence kind) {
        return switch (kind) {
            case PROGRAM -> "programs";
            case DIRECTED -> "directed checks";
            case SCALE -> "checks of scale";
            case RESOURCE -> "checks of resources";
            case RACE -> "races";
        };
    }

    private static String names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).collect(Collectors.joining(", "));
    }
}
