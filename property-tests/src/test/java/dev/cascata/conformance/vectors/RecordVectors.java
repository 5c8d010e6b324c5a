package dev.cascata.conformance.vectors;

import dev.cascata.conformance.cli.ExitCode;
import dev.cascata.conformance.discovery.Adapters;
import dev.cascata.conformance.discovery.Candidate;
import dev.cascata.conformance.generator.Statistics;
import dev.cascata.conformance.kit.Kit;
import dev.cascata.conformance.kit.Options;
import dev.cascata.conformance.mutants.Mutant;
import dev.cascata.conformance.mutants.Mutants;
import dev.cascata.conformance.peers.ReferenceKit;
import dev.cascata.conformance.process.ProcessKit;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.Catalogue;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.search.Progress;
import dev.cascata.conformance.search.Search;
import dev.cascata.conformance.search.Worker;
import dev.cascata.conformance.suite.Hunt;
import dev.cascata.conformance.trial.RuleCounts;
import dev.cascata.conformance.vectors.Vectors.Header;
import dev.cascata.conformance.vectors.Vectors.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the file of vectors from the Go toolchain of this machine: {@code RecordVectors FILE}. The file takes the
 * examples of the rules, some ties, few random programs that together compare what all of them compare, and a program
 * for every mutant that these do not find.
 */
final class RecordVectors {
    private static final int FORMAT = 1;
    private static final int SHORT = 9;
    private static final int TIES = 12;
    private static final long HANG_MILLIS = 1500;

    /** Deep enough to overflow the stack of a lookup that calls itself. */
    private static final Program DEEP = Program.parse("c1..c20000 = layers 20000 c0");

    /** Layers on a context that a watcher has ended. */
    private static final Program LATE_LAYERS = Program.parse(
            "c1 = withCancel c0\nc2 = foreign c1 own\nc3 = withCancel c2\ncancel c1\nc4..c6 = layers 3 c3");

    private final Recorder recorder;
    private final Set<Capability> capabilities;
    private final Map<Program, Vector> taken = new LinkedHashMap<>();
    private final Set<String> covered = new HashSet<>();

    private RecordVectors(Recorder recorder) {
        this.recorder = recorder;
        this.capabilities = recorder.capabilities();
    }

    public static void main(String[] args) throws IOException {
        Candidate candidate = new Adapters(Options.DEFAULT_LIMIT_MILLIS).named("go");
        if (args.length != 1 || !(candidate instanceof Candidate.Ready ready)) {
            System.err.println("Name the file to write, and have Go on the path: " + candidate);
            System.exit(ExitCode.USAGE.number());
            return;
        }
        try (ProcessKit go = (ProcessKit) ready.kit()) {
            RecordVectors vectors = new RecordVectors(new Recorder(go, new ReferenceKit()));
            vectors.select();
            Files.writeString(Path.of(args[0]), vectors.file(go.name()).write());
            System.out.println(vectors.taken.size() + " vectors are recorded in " + args[0] + ".");
        }
    }

    private void select() {
        examples().forEach(this::take);
        take(DEEP);
        take(LATE_LAYERS);
        List<Offer> offers = new RandomOffers(recorder).draw();
        offers.stream()
                .filter(o -> o.program().size() <= SHORT && o.tied())
                .limit(TIES)
                .forEach(this::take);
        for (Offer best = best(offers); best != null; best = best(offers)) {
            offers.remove(best);
            take(best);
        }
        Mutants.all().forEach(this::takeKiller);
    }

    private Vectors file(String goName) {
        String[] names = goName.split(", ", 2);
        return new Vectors(new Header(FORMAT, names[0], names[1], capabilities), List.copyOf(taken.values()));
    }

    private void take(Program program) {
        recorder.offer(program).ifPresent(this::take);
    }

    private void take(Offer offer) {
        taken.putIfAbsent(offer.program(), offer.vector());
        covered.addAll(offer.pairs());
    }

    /** Takes a small program that finds the mutant, unless Go allows all that the mutant does, or a program finds it already. */
    private void takeKiller(Mutant mutant) {
        Set<Capability> compared = VectorReplay.compared(capabilities);
        List<Rule> rules = Coverage.differing(mutant, compared);
        if (!rules.isEmpty() && taken.values().stream().noneMatch(v -> new VectorReplay(v).finds(mutant.kit()))) {
            Options options = new Options(Options.DEFAULT_SEED, RandomOffers.DRAWN, rules, false, HANG_MILLIS);
            Worker worker = new Worker(mutant.kit(), HANG_MILLIS);
            new Search(asMuchAsGo(mutant.name()), options, worker, Progress.NONE, new Statistics(), Set.of())
                    .hasty(true)
                    .run(new RuleCounts(compared, Hunt.allBut(rules)))
                    .values()
                    .forEach(failure -> take(failure.program().loud()));
        }
    }

    private Kit asMuchAsGo(String name) {
        return new Kit() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Set<Capability> capabilities() {
                return capabilities;
            }
        };
    }

    private @Nullable Offer best(List<Offer> offers) {
        return offers.stream()
                .filter(o -> o.gain(covered) > 0)
                .max(Comparator.comparingDouble(o -> o.gainForItsSize(covered)))
                .orElse(null);
    }

    private List<Program> examples() {
        List<Program> examples = new ArrayList<>();
        Catalogue.all().stream()
                .filter(r -> Coverage.shown(r) && r.applies(capabilities))
                .forEach(r -> examples.add(Program.parse(r.text().example())));
        return examples;
    }
}
