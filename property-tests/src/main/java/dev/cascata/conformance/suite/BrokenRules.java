package dev.cascata.conformance.suite;

import dev.cascata.conformance.known.KnownFailing;
import dev.cascata.conformance.known.KnownFailing.Line;
import dev.cascata.conformance.rules.Catalogue;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.rules.Verdict;
import dev.cascata.conformance.trial.Failure;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns the broken rules of a report into entries of a known-failing file. */
public final class BrokenRules {
    static final String UNEXPLAINED = "found by the suite, to be explained";

    private static final Set<Verdict> BROKEN = Set.of(Verdict.FAIL, Verdict.KNOWN);

    private BrokenRules() {}

    /** Returns an entry for each. Reasons are kept from {@code before}, and so are entries of rules that were not judged. */
    public static KnownFailing of(KitReport report, KnownFailing before) {
        return new KnownFailing(Catalogue.all().stream()
                .map(rule -> line(rule, report, before.of(rule)))
                .filter(Objects::nonNull)
                .collect(Collectors.toList()));
    }

    private static @Nullable Line line(Rule rule, KitReport report, Optional<Line> before) {
        Optional<RuleResult> result =
                report.results().stream().filter(r -> r.rule() == rule).findFirst();
        if (result.isEmpty()) {
            return before.orElse(null);
        }
        return BROKEN.contains(result.get().verdict()) ? line(result.get(), before) : null;
    }

    private static Line line(RuleResult result, Optional<Line> before) {
        Failure failure = Objects.requireNonNull(result.failure(), "a broken rule has a failure");
        String reason = before.map(Line::reason).orElse(UNEXPLAINED);
        return new Line(result.rule(), reason, failure.program(), failure.check());
    }
}
