package dev.cascata.stress;

import dev.cascata.conformance.json.ConformanceReport;
import dev.cascata.conformance.rules.Verdict;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Adds the verdicts of the races to what a report says about one kit. */
final class ReportJoin {
    private final Map<String, RuleVerdict> verdicts;

    ReportJoin(List<RuleVerdict> verdicts) {
        this.verdicts = verdicts.stream()
                .collect(Collectors.toMap(verdict -> verdict.rule().id(), Function.identity()));
    }

    ConformanceReport.Kit join(ConformanceReport.Kit kit) {
        boolean expected = kit.asExpected() && verdicts.values().stream().noneMatch(RuleVerdict::surprising);
        return kit.with(expected, kit.rules().stream().map(this::join).toList());
    }

    private ConformanceReport.Rule join(ConformanceReport.Rule rule) {
        RuleVerdict verdict = verdicts.get(rule.id());
        return verdict == null ? rule : join(rule, verdict).with(RacesJson.rule(verdict));
    }

    private static ConformanceReport.Rule join(ConformanceReport.Rule rule, RuleVerdict verdict) {
        boolean passed = verdict.verdict() == Verdict.PASS && isNotRun(rule);
        return passed || verdict.verdict() == Verdict.FAIL ? rule.with(verdict.label(), verdict.note()) : rule;
    }

    /** Returns the ids of the rules that nothing has decided. */
    static List<String> notRun(ConformanceReport.Kit kit) {
        return kit.rules().stream()
                .filter(ReportJoin::isNotRun)
                .map(ConformanceReport.Rule::id)
                .toList();
    }

    private static boolean isNotRun(ConformanceReport.Rule rule) {
        return rule.verdict().equals(Verdict.NOT_RUN.label());
    }
}
