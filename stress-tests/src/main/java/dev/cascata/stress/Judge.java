package dev.cascata.stress;

import static dev.cascata.conformance.rules.Capability.ATOMIC;
import static dev.cascata.conformance.rules.Capability.LAZY;

import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.Catalogue;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.rules.Verdict;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.openjdk.jcstress.annotations.Expect;

/** Turns what was seen of one kit into a verdict for every rule that races decide. */
final class Judge {
    private final Subject subject;
    private final List<Race> races;
    private final List<Seen> seen;

    /**
     * The judge of one kit.
     *
     * @param races every race that there is
     * @param seen what came of those that were run
     */
    Judge(Subject subject, List<Race> races, List<Seen> seen) {
        this.subject = subject;
        this.races = races;
        this.seen = seen;
    }

    List<Ruling> rulings() {
        return Catalogue.all().stream()
                .filter(rule -> races.stream().anyMatch(race -> race.rules().contains(rule)))
                .map(this::ruling)
                .toList();
    }

    /** The outcomes that a kit must not show. Whether a window may be seen depends on what the kit declares. */
    static List<Seen.Outcome> forbidden(Seen seen, Set<Capability> declared) {
        boolean noWindow = declared.contains(ATOMIC) || declared.contains(LAZY);
        return seen.outcomes().stream()
                .filter(outcome -> outcome.samples() > 0)
                .filter(outcome -> outcome.expect() == Expect.FORBIDDEN
                        || (outcome.expect() == Expect.ACCEPTABLE_INTERESTING && noWindow))
                .toList();
    }

    private Ruling ruling(Rule rule) {
        if (!rule.applies(subject.capabilities())) {
            return new Ruling(rule, Verdict.NOT_APPLICABLE, 0, List.of(), inapplicable(rule));
        }
        List<Seen> run = seen.stream()
                .filter(s -> s.race().rulesFor(subject.capabilities()).contains(rule))
                .toList();
        List<String> names = run.stream().map(s -> s.race().name()).toList();
        List<Seen> broken = run.stream().filter(this::broken).toList();
        long samples = run.stream()
                .filter(s -> !broken.contains(s))
                .mapToLong(Seen::samples)
                .sum();
        if (run.isEmpty()) {
            return new Ruling(rule, Verdict.NOT_RUN, 0, names, unrun(rule));
        } else if (broken.stream().anyMatch(s -> first(s) == rule)) {
            return new Ruling(rule, Verdict.FAIL, samples, names, "broken in " + names(broken));
        } else if (run.stream().anyMatch(s -> s.gap() != null) || samples == 0) {
            return new Ruling(rule, Verdict.UNTESTED, samples, names, untested(run));
        }
        return subject.answersForItself()
                ? new Ruling(rule, Verdict.PASS, samples, names, "")
                : new Ruling(rule, Verdict.NOT_RUN, samples, names, "not seen to break, which proves nothing");
    }

    private String inapplicable(Rule rule) {
        Set<Capability> missing = new TreeSet<>(rule.needs());
        missing.removeAll(subject.capabilities());
        return missing.isEmpty() ? "not with " + rule.text().unless() : "needs " + missing;
    }

    private boolean broken(Seen s) {
        return s.fault() != null || !forbidden(s, subject.capabilities()).isEmpty();
    }

    private Rule first(Seen s) {
        return s.race().rulesFor(subject.capabilities()).get(0);
    }

    private static String names(List<Seen> some) {
        return String.join(", ", some.stream().map(s -> s.race().name()).toList());
    }

    private String untested(List<Seen> run) {
        return run.stream()
                .filter(s -> s.gap() != null)
                .map(s -> s.race().name() + ": " + s.gap())
                .findFirst()
                .orElse("every race of it breaks another rule first");
    }

    private String unrun(Rule rule) {
        Set<Capability> missing = new TreeSet<>();
        races.stream().filter(race -> race.rules().contains(rule)).forEach(race -> missing.addAll(race.needs()));
        missing.removeAll(subject.capabilities());
        return missing.isEmpty() ? "its races were not asked for" : "its races need " + missing;
    }
}
