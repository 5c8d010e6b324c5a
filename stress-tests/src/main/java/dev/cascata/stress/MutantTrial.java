package dev.cascata.stress;

import dev.cascata.conformance.cli.Host;
import dev.cascata.conformance.mutants.RaceMutant;
import dev.cascata.stress.races.KitUnderTest;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs the broken contexts: the race of each has to see it. The context from which a mutant differs in one step, the
 * plain or the atomic one, runs the same race and has to be clean.
 */
final class MutantTrial {
    /**
     * The limit of a wait in a mutant, in milliseconds. It is short, since some mutants wait for what does not happen.
     */
    private static final int IMPATIENT_MILLIS = 1_000;

    private final Harness harness;
    private final Map<String, Race> races;
    private final PrintStream out;

    MutantTrial(Harness harness, List<Race> races, PrintStream out) {
        this.harness = harness;
        this.races = races.stream().collect(Collectors.toMap(Race::name, Function.identity()));
        this.out = out;
    }

    /** Returns true if every mutant was seen, and every sound context was clean. */
    boolean run() {
        Main.requireProcessors();
        List<RaceMutant> mutants = Stream.of(RaceMutant.values())
                .filter(mutant -> races.containsKey(mutant.race()))
                .toList();
        List<Job> broken = mutants.stream().map(this::brokenJob).toList();
        List<Job> sound = mutants.stream().map(this::soundJob).distinct().toList();
        List<RaceResult> results =
                harness.run(Stream.concat(broken.stream(), sound.stream()).toList(), out);
        out.println(Host.line());
        boolean expected = true;
        for (int i = 0; i < results.size(); i++) {
            expected &= i < mutants.size()
                    ? seen(mutants.get(i), results.get(i))
                    : clean(
                            results.get(i),
                            Subject.of(sound.get(i - mutants.size()).kit()));
        }
        return expected;
    }

    private Job brokenJob(RaceMutant mutant) {
        return new Job(race(mutant), mutant.kitName(), IMPATIENT_MILLIS);
    }

    private Job soundJob(RaceMutant mutant) {
        return new Job(race(mutant), mutant.soundKitName(), KitUnderTest.PATIENCE_MILLIS);
    }

    private Race race(RaceMutant mutant) {
        return Objects.requireNonNull(races.get(mutant.race()), mutant.race());
    }

    private boolean seen(RaceMutant mutant, RaceResult result) {
        List<RaceResult.Outcome> forbidden =
                Judge.forbidden(result, mutant.get().capabilities());
        long samples = forbidden.stream().mapToLong(RaceResult.Outcome::samples).sum();
        String what = forbidden.stream().map(RaceResult.Outcome::result).collect(Collectors.joining("; "));
        String why = Objects.requireNonNullElse(result.trouble(), "nothing forbidden");
        String race = result.race().name();
        out.printf(
                Locale.ROOT,
                "%-7s %-22s %-18s %,d of %,d: %s%n",
                samples > 0 ? "SEEN" : "MISSED",
                mutant,
                race,
                samples,
                result.samples(),
                samples > 0 ? what : why);
        return samples > 0;
    }

    private boolean clean(RaceResult result, Subject sound) {
        boolean clean = Judge.forbidden(result, sound.capabilities()).isEmpty() && result.trouble() == null;
        String race = result.race().name();
        if (clean) {
            out.printf(Locale.ROOT, "%-7s %-22s %-18s none of %,d%n", "CLEAN", sound.name(), race, result.samples());
        } else {
            out.println("BROKEN  " + sound.name() + " in " + race);
            out.print(OutcomeTable.of(result));
        }
        return clean;
    }
}
