package dev.cascata.conformance.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cascata.conformance.discovery.Adapters;
import dev.cascata.conformance.discovery.Candidate;
import dev.cascata.conformance.generator.Programs;
import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.kit.Options;
import dev.cascata.conformance.mutants.Mutant;
import dev.cascata.conformance.mutants.Mutants;
import dev.cascata.conformance.peers.ReferenceKit;
import dev.cascata.conformance.plain.PlainKit;
import dev.cascata.conformance.process.Answer;
import dev.cascata.conformance.process.ProcessKit;
import dev.cascata.conformance.process.ProtocolScript;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.search.Search;
import dev.cascata.conformance.trial.KitSubject;
import dev.cascata.conformance.trial.RuleCounts;
import dev.cascata.conformance.trial.Trial;
import dev.cascata.conformance.vectors.Vectors.Vector;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the replies of Go with the model, the reference and the plain context, and checks what vectors find. */
class VectorsTest {
    private static final Vectors GO = Vectors.read(Vectors.GO);
    private static final Set<Capability> COMPARED =
            VectorReplay.compared(GO.header().capabilities());
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int FLIPS = 200;
    private static final int OFTEN = 10;

    @Test
    void everyLineIsValidBySchema() throws IOException {
        Schemas.Judge schema = Schemas.vectors();

        assertThat(text().lines())
                .allSatisfy(line -> assertThat(schema.errors(line)).isEmpty());
    }

    @Test
    void linesAreThoseOfTheProgram() {
        assertThat(GO.vectors())
                .allSatisfy(v -> assertThat(ProtocolScript.of(v.parsed())).isEqualTo(v.lines()));
    }

    @Test
    void modelAllowsEveryRun() {
        assertThat(GO.vectors())
                .allSatisfy(
                        v -> assertThat(new VectorReplay(v).model(ruleCounts())).isEmpty());
    }

    @Test
    void referenceRepliesAsGo() {
        assertAgrees(new ReferenceKit());
    }

    @Test
    void plainContextRepliesAsGo() {
        assertAgrees(new PlainKit());
    }

    private static void assertAgrees(ContextKit<?> kit) {
        Map<List<String>, String> others = new LinkedHashMap<>();
        GO.vectors().forEach(v -> new VectorReplay(v).kit(kit).ifPresent(other -> others.put(v.program(), other)));

        assertThat(others).isEmpty();
    }

    private static RuleCounts ruleCounts() {
        return new RuleCounts(COMPARED, Set.of());
    }

    /** A pair that random programs compare often is compared by the vectors too. */
    @Test
    void everyRuleThatGoShowsIsComparedAfterEveryKindOfStepThatAffectsIt() {
        Coverage vectors = new Coverage(COMPARED);
        GO.vectors().forEach(v -> new VectorReplay(v).model(vectors.ruleCounts()));
        Coverage random = new Coverage(COMPARED);
        drawn().forEach(p ->
                new Trial(new KitSubject<>(new ReferenceKit()), p, random.ruleCounts(), Search.PATIENCE).run());
        Set<String> bearing = new TreeSet<>();
        random.counts().forEach((pair, times) -> bearing.addAll(times < OFTEN ? Set.of() : Set.of(pair)));
        Set<String> missing = new TreeSet<>(bearing);
        missing.removeAll(vectors.counts().keySet());

        System.out.println("Vectors cover " + (bearing.size() - missing.size()) + " of " + bearing.size()
                + " pairs of a rule that Go can show and a kind of step that bears on it.");
        assertThat(missing).isEmpty();
    }

    private static List<Program> drawn() {
        List<Program> drawn = new ArrayList<>();
        JqwikSession.run(() -> {
            RandomGenerator<Program> programs =
                    Programs.all(GO.header().capabilities()).generator(1000);
            Random random = new Random(Options.DEFAULT_SEED);
            for (int i = 0; i < Options.DEFAULT_PROGRAMS; i++) {
                drawn.add(programs.next(random).value().loud());
            }
        });
        return drawn;
    }

    static List<Mutant> differing() {
        return Mutants.all().stream()
                .filter(m -> !Coverage.differing(m, COMPARED).isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("differing")
    void vectorsAloneFindTheMutant(Mutant mutant) {
        assertThat(quickestFirst().anyMatch(v -> v.finds(mutant.kit())))
                .as(mutant.sentence())
                .isTrue();
    }

    /** Returns the vectors without watched contexts first, because a broken context may never start the watcher. */
    private static Stream<VectorReplay> quickestFirst() {
        return GO.vectors().stream().map(VectorReplay::new).sorted(Comparator.comparing(VectorReplay::watched));
    }

    /** Changes one observation of a run at a time, for a seeded sample of all observations. */
    @Test
    void changedObservationIsNoticed() throws JsonProcessingException {
        Random random = new Random(Options.DEFAULT_SEED);
        List<String> unnoticed = new ArrayList<>();
        for (int i = 0; i < FLIPS; i++) {
            Vector vector = GO.vectors().get(random.nextInt(GO.vectors().size()));
            Vector flipped = flipped(vector, random);
            VectorReplay replay = new VectorReplay(flipped);
            boolean noticed = !replay.consistent() || replay.model(ruleCounts()).isPresent();
            if (!noticed && replay.kit(new ReferenceKit()).isEmpty()) {
                unnoticed.add(vector.program() + " " + vector.runs() + "\n  " + flipped.runs());
            }
        }

        assertThat(unnoticed).isEmpty();
    }

    private static Vector flipped(Vector vector, Random random) throws JsonProcessingException {
        JsonNode run = MAPPER.valueToTree(vector.runs());
        List<Runnable> flips = new ArrayList<>();
        run.forEach(answers -> answers.forEach(answer -> flips((ObjectNode) answer, flips)));
        flips.get(random.nextInt(flips.size())).run();
        List<List<Answer>> runs = new ArrayList<>();
        for (JsonNode answers : run) {
            runs.add(List.of(MAPPER.treeToValue(answers, Answer[].class)));
        }
        return new Vector(vector.program(), vector.lines(), runs);
    }

    private static void flips(ObjectNode answer, List<Runnable> flips) {
        for (String list : List.of("atOnce", "done", "ran")) {
            if (answer.get(list) instanceof ArrayNode array) {
                flips.add(() -> array.remove(0));
            }
        }
        if (answer.has("answer")) {
            flips.add(() -> answer.put("answer", !answer.get("answer").asBoolean()));
        }
        answer.path("contexts").forEach(context -> flipsOf((ObjectNode) context, flips));
    }

    private static void flipsOf(ObjectNode context, List<Runnable> flips) {
        boolean expired = context.path("err").asText().equals("deadline exceeded");
        boolean ended = context.has("err");
        flips.add(() -> context.put("err", expired || !ended ? "cancelled" : "deadline exceeded"));
        flips.add(() -> context.put("cause", context.path("cause").asText().equals("a") ? "b" : "a"));
        flips.add(() -> context.put("deadline", context.path("deadline").asDouble() + 1));
        flips.add(() -> ((ArrayNode) context.get("values")).set(0, MAPPER.valueToTree("other")));
        for (String count : List.of("dependents", "attached")) {
            if (context.has(count)) {
                flips.add(() -> context.put(count, context.get(count).asInt() + 1));
            }
        }
    }

    @Test
    void goRepliesTodayAsInARecordedRun() {
        Candidate candidate = new Adapters(Options.DEFAULT_LIMIT_MILLIS).named("go");
        assumeTrue(candidate instanceof Candidate.Ready, candidate::toString);
        try (ProcessKit go = (ProcessKit) ((Candidate.Ready) candidate).kit()) {
            assertThat(GO.vectors()).allSatisfy(v -> {
                ProcessKit.Run run = Objects.requireNonNull(go.run(v.parsed()));
                assertThat(new VectorReplay(v).contains(run.answers()))
                        .as("%s: %s", v.program(), run.answers())
                        .isTrue();
            });
        }
    }

    @Test
    void everyTieHasMoreThanOneRecordedOutcome() {
        List<Vector> ties =
                GO.vectors().stream().filter(v -> v.runs().size() > 1).toList();

        assertThat(GO.vectors())
                .allSatisfy(v -> assertThat(new VectorReplay(v).consistent()).isTrue());

        assertThat(ties).isNotEmpty();
        assertThat(GO.vectors())
                .allSatisfy(v -> assertThat(new PromptEnds(v.parsed()).tied()).isEqualTo(ties.contains(v)));
        assertThat(new HashSet<>(GO.vectors())).hasSameSizeAs(GO.vectors());
    }

    private static String text() throws IOException {
        try (InputStream in = VectorsTest.class.getResourceAsStream(Vectors.GO)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
