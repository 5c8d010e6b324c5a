package dev.cascata.conformance.report;

import dev.cascata.conformance.kit.Options;
import dev.cascata.conformance.known.KnownFailing;
import dev.cascata.conformance.rules.CallbackRule;
import dev.cascata.conformance.rules.CancelRule;
import dev.cascata.conformance.rules.CauseRule;
import dev.cascata.conformance.rules.DeadlineRule;
import dev.cascata.conformance.rules.LinkRule;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.rules.UseRule;
import dev.cascata.conformance.rules.Verdict;
import dev.cascata.conformance.search.Progress;
import dev.cascata.conformance.suite.KitReport;
import dev.cascata.conformance.suite.RuleResult;
import dev.cascata.conformance.suite.Suite;
import dev.cascata.conformance.trial.Failure;
import java.util.List;
import java.util.Objects;

/** The results of a real run over {@link TheirKit}. */
public final class Samples {
    public static final Replay.CommandLine REPLAY = new Replay.CommandLine(
            "java -jar " + Replay.CommandLine.JAR, TheirKit.class.getName(), Options.DEFAULT_SEED);

    private static final long LIMIT_MILLIS = 1500;
    private static final KitReport REPORT = judge();

    private Samples() {}

    private static KitReport judge() {
        List<Rule> rules = List.of(
                CancelRule.CANCEL_1,
                CancelRule.CANCEL_7,
                CauseRule.CAUSE_1,
                CauseRule.CAUSE_2,
                DeadlineRule.DEADLINE_10,
                CallbackRule.CALLBACK_20,
                LinkRule.LINK_2,
                UseRule.USE_3,
                UseRule.USE_8);
        KnownFailing known = KnownFailing.parse(
                "LINK_2 | children are held until the parent ends | c1 = withCancel c0; c2 = withCancel c1; cancel c2",
                "sample");
        Options options = new Options(Options.DEFAULT_SEED, 200, rules, false, LIMIT_MILLIS);
        return new Suite(options, known, Progress.NONE).judge(new TheirKit());
    }

    /** Returns a report with every verdict that one run can have. */
    public static KitReport report() {
        return REPORT;
    }

    /** Returns the result for a rule that a full run never checked. */
    public static RuleResult untested() {
        return new RuleResult(CancelRule.CANCEL_8, Verdict.UNTESTED, 0, "not reached in 2000 programs", null);
    }

    public static Failure failure(Rule rule) {
        return Objects.requireNonNull(result(rule).failure(), rule.id());
    }

    static RuleResult result(Rule rule) {
        return REPORT.results().stream()
                .filter(r -> r.rule() == rule)
                .findFirst()
                .orElseThrow();
    }
}
