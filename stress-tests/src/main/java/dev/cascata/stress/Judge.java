package dev.cascata.stress;

import static dev.cascata.conformance.rules.Capability.ATOMIC;
import static dev.cascata.conformance.rules.Capability.LAZY;

import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.Catalogue;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.rules.Verdict;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.openjdk.jcstress.annotations.Expect;

/** Turns the results of one kit into a verdict on each rule that races decide. */
final class Judge {
    private final Subject subject;
    private final List<Race> races;
    private final List<RaceResult> results;

    /**
     * Makes the judge of one kit.
     *
     * @param races every race
     * @param results the results of the races that were run
     */
    Judge(Subject subject, List<Race> races, List<RaceResult> results) {
        this.subject = subject;
        this.races = races;
        this.results = results;
    }

    List<RuleVerdict> verdicts() {
        return Catalogue.all().stream()
                .filter(rule -> races.stream().anyMatch(race -> race.rules().contains(rule)))
                .map(this::verdict)
                .toList();
    }

    /**
     * Returns the outcomes that the kit must not show. An interesting outcome is forbidden if it declares ATOMIC or
     * LAZY.
     */
    static List<RaceResult.Outcome> forbidden(RaceResult result, Set<Capability> declared) {
        boolean strict = declared.contains(ATOMIC) || declared.contains(LAZY);
        return result.outcomes().stream()
                .filter(outcome -> outcome.samples() > 0)
                .filter(outcome -> outcome.expect() == Expect.FORBIDDEN
                        || (outcome.expect() == Expect.ACCEPTABLE_INTERESTING && strict))
                .toList();
    }

    private RuleVerdict verdict(Rule rule) {
        if (!rule.applies(subject.capabilities())) {
            return new RuleVerdict(rule, Verdict.NOT_APPLICABLE, 0, List.of(), inapplicable(rule));
        }
        List<RaceResult> run = results.stream()
                .filter(result -> rulesOf(result).contains(rule))
                .toList();
        return run.isEmpty() ? new RuleVerdict(rule, Verdict.NOT_RUN, 0, List.of(), notRun(rule)) : verdict(rule, run);
    }

    private RuleVerdict verdict(Rule rule, List<RaceResult> run) {
        List<RaceResult> broken = run.stream().filter(this::broken).toList();
        long samples = samples(run) - samples(broken);
        if (broken.stream().anyMatch(result -> rulesOf(result).get(0) == rule)) {
            return new RuleVerdict(
                    rule, Verdict.FAIL, samples, names(run), "broken in " + String.join(", ", names(broken)));
        } else if (run.stream().anyMatch(result -> result.gap() != null) || samples == 0) {
            return new RuleVerdict(rule, Verdict.UNTESTED, samples, names(run), untested(run));
        }
        return subject.canPass()
                ? new RuleVerdict(rule, Verdict.PASS, samples, names(run), "")
                : new RuleVerdict(
                        rule, Verdict.NOT_RUN, samples, names(run), "not seen to break, which proves nothing");
    }

    private List<Rule> rulesOf(RaceResult result) {
        return result.race().rulesFor(subject.capabilities());
    }

    private boolean broken(RaceResult result) {
        return result.fault() != null
                || !forbidden(result, subject.capabilities()).isEmpty();
    }

    private static long samples(List<RaceResult> some) {
        return some.stream().mapToLong(RaceResult::samples).sum();
    }

    private static List<String> names(List<RaceResult> some) {
        return some.stream().map(result -> result.race().name()).toList();
    }

    private String inapplicable(Rule rule) {
        Set<Capability> missing = missing(rule.needs());
        return missing.isEmpty() ? "not with " + rule.text().unless() : "needs " + missing;
    }

    private static String untested(List<RaceResult> run) {
        return run.stream()
                .filter(result -> result.gap() != null)
                .map(result -> result.race().name() + ": " + result.gap())
                .findFirst()
                .orElse("each of its races breaks another rule first");
    }

    private String notRun(Rule rule) {
        Set<Capability> missing = missing(races.stream()
                .filter(race -> race.rules().contains(rule))
                .flatMap(race -> race.needs().stream())
                .toList());
        return missing.isEmpty() ? "its races were not selected" : "its races need " + missing;
    }

    private Set<Capability> missing(Collection<Capability> needed) {
        Set<Capability> missing = new TreeSet<>(needed);
        missing.removeAll(subject.capabilities());
        return missing;
    }
}
