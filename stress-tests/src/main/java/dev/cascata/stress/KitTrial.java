package dev.cascata.stress;

import dev.cascata.stress.races.Chosen;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** The races of one kit: runs them, and tells the verdict on every rule, then a table of each broken race. */
final class KitTrial {
    /** What came of it. */
    record Results(Subject subject, List<Seen> seen, List<Ruling> rulings, String page) {}

    private final Subject subject;
    private final List<Race> races;
    private final Harness harness;
    private final PrintStream out;
    private List<Seen> seen = List.of();
    private List<Ruling> rulings = List.of();

    KitTrial(Subject subject, List<Race> races, Harness harness, PrintStream out) {
        this.subject = subject;
        this.races = races;
        this.harness = harness;
        this.out = out;
    }

    /** True if everything is as expected: no rule broken, and no race that says nothing. */
    boolean run() {
        List<Harness.Job> jobs = races.stream()
                .filter(race -> !race.rulesFor(subject.capabilities()).isEmpty())
                .map(race -> new Harness.Job(race, subject.className(), Chosen.PATIENT_MILLIS))
                .toList();
        seen = harness.run(jobs, Progress.on(out));
        rulings = new Judge(subject, races, seen).rulings();
        print();
        return rulings.stream().noneMatch(Ruling::surprising) && seen.stream().allMatch(s -> s.gap() == null);
    }

    Results results() {
        return new Results(
                subject, seen, rulings, harness.page(subject.className()).toString());
    }

    private void print() {
        long samples = seen.stream().mapToLong(Seen::samples).sum();
        out.printf(
                Locale.ROOT,
                "%s (%s): %d races, %,d samples%n%s%n",
                subject.name(),
                subject.className(),
                seen.size(),
                samples,
                Machine.line());
        rulings.forEach(ruling -> out.println(ruling.line()));
        seen.forEach(this::printTrouble);
        out.println();
        out.println("Every outcome of every race: " + harness.page(subject.className()));
    }

    private void printTrouble(Seen s) {
        boolean broken = !Judge.forbidden(s, subject.capabilities()).isEmpty();
        if (s.fault() == null && s.gap() == null && !broken) {
            return;
        }
        out.println();
        out.println(s.race().name() + ", again with: --kit " + subject.className() + " -t "
                + s.race().name());
        out.println(
                s.fault() != null
                        ? s.fault()
                        : s.gap() != null ? s.gap() : s.race().rules().get(0).sentence());
        out.print(Table.of(s));
    }
}
