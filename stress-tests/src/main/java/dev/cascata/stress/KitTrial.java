package dev.cascata.stress;

import dev.cascata.conformance.cli.Host;
import dev.cascata.stress.races.KitUnderTest;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Runs the races with one kit, and prints the verdict on each rule, then a table of each broken race. */
final class KitTrial {
    /** What the races say about one kit. */
    record Results(Subject subject, List<RaceResult> races, List<RuleVerdict> verdicts, String page) {

        /** Returns false if a MUST rule is broken or undecided, or if a race says nothing. */
        boolean asExpected() {
            return verdicts.stream().noneMatch(RuleVerdict::surprising)
                    && races.stream().allMatch(result -> result.gap() == null);
        }
    }

    private final Subject subject;
    private final List<Race> races;
    private final Harness harness;
    private final PrintStream out;

    KitTrial(Subject subject, List<Race> races, Harness harness, PrintStream out) {
        this.subject = subject;
        this.races = races;
        this.harness = harness;
        this.out = out;
    }

    Results run() {
        List<Job> jobs = races.stream()
                .filter(race -> !race.rulesFor(subject.capabilities()).isEmpty())
                .map(race -> new Job(race, subject.className(), KitUnderTest.PATIENCE_MILLIS))
                .toList();
        List<RaceResult> run = harness.run(jobs, out);
        String page = harness.page(subject.className()).toString();
        Results results = new Results(subject, run, new Judge(subject, races, run).verdicts(), page);
        print(results);
        return results;
    }

    private void print(Results results) {
        long samples = results.races().stream().mapToLong(RaceResult::samples).sum();
        out.printf(
                Locale.ROOT,
                "%s (%s): %d races, %,d samples%n%s%n",
                subject.name(),
                subject.className(),
                results.races().size(),
                samples,
                Host.line());
        results.verdicts().forEach(verdict -> out.println(verdict.line()));
        results.races().forEach(this::printTrouble);
        out.println();
        out.println("Every outcome of every race: " + results.page());
    }

    private void printTrouble(RaceResult result) {
        boolean broken = !Judge.forbidden(result, subject.capabilities()).isEmpty();
        if (result.trouble() == null && !broken) {
            return;
        }
        String name = result.race().name();
        out.println();
        out.println(name + ", again with: --kit " + subject.className() + " -t " + name);
        out.println(Objects.requireNonNullElseGet(
                result.trouble(), () -> result.race().rules().get(0).sentence()));
        out.print(OutcomeTable.of(result));
    }
}
