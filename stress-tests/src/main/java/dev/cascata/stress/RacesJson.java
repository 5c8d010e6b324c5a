package dev.cascata.stress;

import dev.cascata.conformance.cli.Host;
import dev.cascata.conformance.json.ConformanceReport;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Expect;

/** The content of {@code races.json}. */
record RacesJson(
        String kit,
        String kitClass,
        String machine,
        String pages,
        List<ConformanceReport.Races> rules,
        List<Race> races) {

    static RacesJson of(KitTrial.Results results) {
        return new RacesJson(
                results.subject().name(),
                results.subject().className(),
                Host.line(),
                results.page(),
                results.verdicts().stream().map(RacesJson::rule).toList(),
                results.races().stream().map(Race::of).toList());
    }

    static ConformanceReport.Races rule(RuleVerdict verdict) {
        return new ConformanceReport.Races(
                verdict.rule().id(), verdict.label(), verdict.samples(), verdict.races(), verdict.note());
    }

    record Race(
            String name,
            List<String> rules,
            long samples,
            @Nullable String fault,
            @Nullable String gap,
            List<Outcome> outcomes) {
        static Race of(RaceResult result) {
            return new Race(
                    result.race().name(),
                    result.race().rules().stream().map(rule -> rule.id()).toList(),
                    result.samples(),
                    result.fault(),
                    result.gap(),
                    result.outcomes().stream().map(Outcome::of).toList());
        }
    }

    record Outcome(String result, Expect grade, long samples, String meaning) {
        static Outcome of(RaceResult.Outcome outcome) {
            return new Outcome(outcome.result(), outcome.expect(), outcome.samples(), outcome.meaning());
        }
    }
}
