package dev.cascata.conformance.vectors;

import dev.cascata.conformance.cli.ExitCode;
import dev.cascata.conformance.discovery.Adapters;
import dev.cascata.conformance.discovery.Candidate;
import dev.cascata.conformance.generator.Programs;
import dev.cascata.conformance.generator.Statistics;
import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.kit.Kit;
import dev.cascata.conformance.kit.Options;
import dev.cascata.conformance.mutants.Mutant;
import dev.cascata.conformance.mutants.Mutants;
import dev.cascata.conformance.peers.ReferenceKit;
import dev.cascata.conformance.process.Answer;
import dev.cascata.conformance.process.ProcessKit;
import dev.cascata.conformance.process.ProtocolScript;
import dev.cascata.conformance.process.Request;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.program.Step;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.Catalogue;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.search.Progress;
import dev.cascata.conformance.search.Search;
import dev.cascata.conformance.search.Worker;
import dev.cascata.conformance.suite.Hunt;
import dev.cascata.conformance.trial.Failure;
import dev.cascata.conformance.trial.KitSubject;
import dev.cascata.conformance.trial.RuleCounts;
import dev.cascata.conformance.trial.Trial;
import dev.cascata.conformance.vectors.Vectors.Header;
import dev.cascata.conformance.vectors.Vectors.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.jspecify.annotations.Nullable;

/** Writes the vectors anew, from the Go toolchain that is here: {@code RecordVectors FILE}. */
final class RecordVectors {
    private static final int FORMAT = 1;
    private static final int DRAWN = 12_000;
    private static final int MOST_STEPS = 14;
    private static final int MOST_READ = 16;
    private static final int MOST_READ_IF_NEEDED = 300;
    private static final int RUNS = 3;
    private static final int RUNS_OF_TIES = 400;
    private static final int MOST_RUNS = 8;
    private static final int OFFERS = 3;
    private static final int SHORT = 9;
    private static final int TIES = 12;
    private static final long HANG_MILLIS = 1500;

    /** Deep enough for a lookup that calls itself to need more stack than there is. */
    private static final Program DEEP = Program.parse("c1..c20000 = layers 20000 c0");

    /** Layers on top of what a watcher has ended. */
    private static final Program LATE_LAYERS = Program.parse(
            "c1 = withCancel c0\nc2 = foreign c1 own\nc3 = withCancel c2\ncancel c1\nc4..c6 = layers 3 c3");

    /** A program that might be taken, as it was recorded, and what it would add. */
    private record Offer(Program program, Vector vector, Set<String> pairs) {
        long gain(Set<String> covered) {
            return pairs.stream().filter(p -> !covered.contains(p)).count();
        }

        double gainForItsSize(Set<String> covered) {
            return (double) gain(covered) / (4 + program.size() + read(vector.lines()));
        }

        boolean tied() {
            return vector.runs().size() > 1;
        }
    }

    private final ProcessKit go;
    private final Set<Capability> capabilities;
    private final ContextKit<?> stand;
    private final Map<Program, Vector> taken = new LinkedHashMap<>();
    private final Set<String> covered = new HashSet<>();

    /** {@code stand}: a kit that stands in for Go where only the number of comparisons matters. */
    private RecordVectors(ProcessKit go, ContextKit<?> stand) {
        this.go = go;
        this.stand = stand;
        this.capabilities = go.capabilities();
    }

    public static void main(String[] args) throws IOException {
        Candidate candidate = new Adapters(Options.DEFAULT_LIMIT_MILLIS).named("go");
        if (args.length != 1 || !(candidate instanceof Candidate.Ready ready)) {
            System.err.println("Give the file to write, and have Go on the path: " + candidate);
            System.exit(ExitCode.USAGE.number());
            return;
        }
        try (ProcessKit go = (ProcessKit) ready.kit()) {
            Vectors vectors = new RecordVectors(go, new ReferenceKit()).record();
            Files.writeString(Path.of(args[0]), vectors.write());
            System.out.println(vectors.vectors().size() + " vectors");
        }
    }

    /**
     * The examples of the rules, some ties, few random programs that together cover what all of them do, and what it
     * takes to find every mutant.
     */
    private Vectors record() {
        examples().forEach(this::take);
        take(DEEP);
        take(LATE_LAYERS);
        List<Offer> offers = offers();
        offers.stream()
                .filter(o -> o.program().size() <= SHORT && o.tied())
                .limit(TIES)
                .forEach(this::take);
        for (Offer best = best(offers); best != null; best = best(offers)) {
            offers.remove(best);
            take(best);
        }
        Mutants.all().forEach(this::takeKiller);
        String[] names = go.name().split(", ", 2);
        Header header = new Header(FORMAT, names[0], names[1], capabilities);
        return new Vectors(header, List.copyOf(taken.values()));
    }

    private void take(Program program) {
        record(program).ifPresent(vector -> take(new Offer(program, vector, pairs(program))));
    }

    private void take(Offer offer) {
        taken.putIfAbsent(offer.program(), offer.vector());
        covered.addAll(offer.pairs());
    }

    /** Unless a mutant differs from Go in nothing, or is found already, a small program that finds it. */
    private void takeKiller(Mutant mutant) {
        Set<Capability> compared = VectorReplay.compared(capabilities);
        List<Rule> rules = Coverage.differing(mutant, compared);
        if (!rules.isEmpty() && taken.values().stream().noneMatch(v -> new VectorReplay(v).finds(mutant.kit()))) {
            Options options = new Options(Options.DEFAULT_SEED, DRAWN, rules, false, HANG_MILLIS);
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

    /** Random programs, of which each adds something that few of those before it have. */
    private List<Offer> offers() {
        List<Offer> offers = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        JqwikSession.run(() -> {
            RandomGenerator<Program> programs = Programs.all(capabilities).generator(1000);
            Random random = new Random(Options.DEFAULT_SEED);
            for (int i = 0; i < DRAWN; i++) {
                Program program = programs.next(random).value().loud();
                if (isSmall(program)
                        || (i < Options.DEFAULT_PROGRAMS && read(ProtocolScript.of(program)) <= MOST_READ_IF_NEEDED)) {
                    Set<String> pairs = pairs(program);
                    boolean rare = pairs.stream().anyMatch(p -> seen.getOrDefault(p, 0) < OFFERS);
                    Optional<Vector> vector = rare ? record(program) : Optional.empty();
                    vector.ifPresent(v -> {
                        pairs.forEach(p -> seen.merge(p, 1, Integer::sum));
                        offers.add(new Offer(program, v, pairs));
                    });
                }
            }
        });
        return offers;
    }

    private static boolean isSmall(Program program) {
        return program.size() <= MOST_STEPS
                && program.steps().stream().noneMatch(RecordVectors::isWide)
                && read(ProtocolScript.of(program)) <= MOST_READ;
    }

    /** Whether the end of the program takes a line for each of many contexts. */
    private static boolean isWide(Step step) {
        return step instanceof Step.Fan fan && fan.count() > MOST_READ;
    }

    /** Of how many contexts everything is read at the end. */
    private static int read(List<Request> lines) {
        return lines.get(lines.size() - 1).read().size();
    }

    private Set<String> pairs(Program program) {
        Coverage coverage = new Coverage(capabilities);
        Failure failure = new Trial(new KitSubject<>(stand), program, coverage.ledger(), Search.PATIENCE).run();
        return failure == null ? coverage.counts().keySet() : Set.of();
    }

    /**
     * All runs of a program that were seen; nothing if there are too many, if the model allows one of them not, or if of
     * an open outcome only one came up: others may show the other one.
     */
    private Optional<Vector> record(Program program) {
        Set<List<Answer>> runs = new LinkedHashSet<>();
        PromptEnds direct = new PromptEnds(program);
        for (int i = 0; i < (direct.tied() ? RUNS_OF_TIES : RUNS); i++) {
            runs.add(run(program, direct));
        }
        Vector vector = new Vector(program.toString().lines().toList(), ProtocolScript.of(program), List.copyOf(runs));
        boolean all = direct.tied() == (runs.size() > 1) && runs.size() <= MOST_RUNS;
        return all && allowed(vector) ? Optional.of(vector) : Optional.empty();
    }

    private boolean allowed(Vector vector) {
        RuleCounts ledger = new RuleCounts(VectorReplay.compared(capabilities), Set.of());
        return new VectorReplay(vector).model(ledger).isEmpty();
    }

    private List<Answer> run(Program program, PromptEnds direct) {
        ProcessKit.Run run = go.run(program);
        if (run == null) {
            throw new IllegalStateException(go.faults().toString());
        }
        return IntStream.range(0, run.answers().size())
                .mapToObj(i -> direct.plain(i, run.answers().get(i)))
                .toList();
    }
}
