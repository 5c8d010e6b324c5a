package dev.cascata.stress;

import dev.cascata.conformance.mutants.RaceMutant;
import dev.cascata.stress.races.Chosen;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The broken contexts: each has to be seen by its race. What each differs from by one step, the plain context or the
 * atomic one, runs the same races and has to be clean.
 */
final class MutantTrial {
    /** Who is known not to come need not be waited for as long as a library that might be slow. */
    private static final int IMPATIENT_MILLIS = 1_000;

    private final Harness harness;
    private final Map<String, Race> races;
    private final PrintStream out;

    MutantTrial(Harness harness, List<Race> races, PrintStream out) {
        this.harness = harness;
        this.races = races.stream().collect(Collectors.toMap(Race::name, Function.identity()));
        this.out = out;
    }

    /** True if every mutant was seen, and nothing was seen of the plain context. */
    boolean run() {
        Main.requireProcessors();
        List<RaceMutant> mutants = Stream.of(RaceMutant.values())
                .filter(m -> races.containsKey(m.race()))
                .toList();
        List<Harness.Job> jobs = new ArrayList<>();
        mutants.forEach(mutant -> jobs.add(new Harness.Job(race(mutant), mutant.kitName(), IMPATIENT_MILLIS)));
        mutants.stream()
                .map(mutant -> new Harness.Job(race(mutant), mutant.soundKitName(), Chosen.PATIENT_MILLIS))
                .distinct()
                .forEach(jobs::add);
        List<Seen> seen = harness.run(jobs, Progress.on(out));
        out.println(Machine.line());
        boolean expected = true;
        for (int i = 0; i < seen.size(); i++) {
            expected &= i < mutants.size()
                    ? found(mutants.get(i), seen.get(i))
                    : clean(seen.get(i), Subject.of(jobs.get(i).kit()));
        }
        return expected;
    }

    private Race race(RaceMutant mutant) {
        return Objects.requireNonNull(races.get(mutant.race()), mutant.race());
    }

    private boolean found(RaceMutant mutant, Seen s) {
        List<Seen.Outcome> forbidden = Judge.forbidden(s, mutant.get().capabilities());
        long samples = forbidden.stream().mapToLong(Seen.Outcome::samples).sum();
        String what = forbidden.stream().map(Seen.Outcome::result).collect(Collectors.joining("; "));
        out.printf(
                Locale.ROOT,
                "%-7s %-22s %-18s %,d of %,d: %s%n",
                samples > 0 ? "SEEN" : "MISSED",
                mutant,
                s.race().name(),
                samples,
                s.samples(),
                samples > 0 ? what : s.fault() != null ? s.fault() : s.gap() != null ? s.gap() : "nothing forbidden");
        return samples > 0;
    }

    private boolean clean(Seen s, Subject sound) {
        boolean clean = Judge.forbidden(s, sound.capabilities()).isEmpty() && s.fault() == null && s.gap() == null;
        if (clean) {
            out.printf(
                    Locale.ROOT,
                    "%-7s %-22s %-18s none of %,d%n",
                    "CLEAN",
                    sound.name(),
                    s.race().name(),
                    s.samples());
        } else {
            out.println("BROKEN  " + sound.name() + " in " + s.race().name());
            out.print(Table.of(s));
        }
        return clean;
    }
}
