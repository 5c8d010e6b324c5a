package dev.cascata.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.kit.Options;
import dev.cascata.conformance.known.KnownFailing;
import dev.cascata.conformance.mutants.Misbehaving;
import dev.cascata.conformance.rules.Catalogue;
import dev.cascata.conformance.rules.LinkRule;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.rules.ScaleRule;
import dev.cascata.conformance.rules.UseRule;
import dev.cascata.conformance.rules.Verdict;
import dev.cascata.conformance.search.Progress;
import dev.cascata.conformance.trial.Failure;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A library that hangs, overflows or leaks gets its verdict, and the run goes on to its end. */
class MisbehavingTest {
    private static final long LIMIT_MILLIS = 2000;

    @Test
    void deadlockIsReportedWithThreadsAndOtherRulesAreJudged() {
        KitReport report = judge(Misbehaving.DEADLOCKS_IN_CANCEL, List.of());

        Failure hang = failure(report, UseRule.USE_8);
        assertThat(hang.what()).startsWith("cancel");
        assertThat(hang.trace()).contains("waitForEver");
        assertThat(report.count(Verdict.PASS)).isGreaterThan(80);
        assertThat(report.results())
                .filteredOn(r -> r.verdict() == Verdict.FAIL && r.rule() != UseRule.USE_8)
                .allSatisfy(r -> assertThat(failure(report, r.rule()).what()).startsWith("whether another thread"));
    }

    @Test
    void overflowIsReportedWithItsTrace() {
        KitReport report = judge(Misbehaving.OVERFLOWS_WHEN_DEEP, List.of(ScaleRule.SCALE_1));

        Failure overflow = failure(report, ScaleRule.SCALE_1);
        assertThat(overflow.actual()).contains("StackOverflowError");
        assertThat(overflow.trace()).contains("Misbehaving");
    }

    /** Every program would leave its threads behind, so only the checks run. */
    @Test
    void threadForEachContextIsFoundBeforeThereAreTooMany() {
        int before = Thread.activeCount();

        KitReport report = judge(Misbehaving.LEAKS_A_THREAD, List.of(LinkRule.LINK_8), 1);

        assertThat(failure(report, LinkRule.LINK_8).what()).contains("threads");
        assertThat(Thread.activeCount() - before).isLessThan(1000);
    }

    private static KitReport judge(Misbehaving misbehaving, List<Rule> rules) {
        return judge(misbehaving, rules, 300);
    }

    private static KitReport judge(Misbehaving misbehaving, List<Rule> rules, int programs) {
        List<Rule> asked = rules.isEmpty()
                ? Catalogue.all().stream()
                        .filter(r -> !r.id().startsWith("SCALE"))
                        .toList()
                : rules;
        Options options = new Options(Options.DEFAULT_SEED, programs, asked, false, LIMIT_MILLIS);
        return new Suite(options, KnownFailing.none(), Progress.NONE).judge(misbehaving.kit());
    }

    private static Failure failure(KitReport report, Rule rule) {
        RuleResult result = report.results().stream()
                .filter(r -> r.rule() == rule)
                .findFirst()
                .orElseThrow();
        return Objects.requireNonNull(result.failure(), rule.id());
    }
}
