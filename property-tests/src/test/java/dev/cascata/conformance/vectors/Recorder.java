package dev.cascata.conformance.vectors;

import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.process.Answer;
import dev.cascata.conformance.process.ProcessKit;
import dev.cascata.conformance.process.ProtocolScript;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.search.Search;
import dev.cascata.conformance.trial.Failure;
import dev.cascata.conformance.trial.KitSubject;
import dev.cascata.conformance.trial.RuleCounts;
import dev.cascata.conformance.trial.Trial;
import dev.cascata.conformance.vectors.Vectors.Vector;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Records what Go does in a program. */
final class Recorder {
    private static final int RUNS = 3;
    private static final int RUNS_OF_TIES = 400;
    private static final int MOST_RUNS = 8;

    private final ProcessKit go;
    private final ContextKit<?> stand;

    /** {@code stand}: a kit that stands in for Go where only the number of comparisons matters. */
    Recorder(ProcessKit go, ContextKit<?> stand) {
        this.go = go;
        this.stand = stand;
    }

    Set<Capability> capabilities() {
        return go.capabilities();
    }

    /** Records a program; returns nothing for one that the file cannot hold. */
    Optional<Offer> offer(Program program) {
        return record(program).map(vector -> new Offer(program, vector, pairs(program)));
    }

    /** Returns the pairs of rule and kind of step that a program compares. */
    Set<String> pairs(Program program) {
        Coverage coverage = new Coverage(capabilities());
        Failure failure = new Trial(new KitSubject<>(stand), program, coverage.ruleCounts(), Search.PATIENCE).run();
        return failure == null ? coverage.counts().keySet() : Set.of();
    }

    /**
     * Returns every run of a program that was seen. Returns nothing if there are too many runs, or if the model does not
     * allow one of them. It also returns nothing if an open outcome came up in one way only, because another library may
     * show another outcome.
     */
    private Optional<Vector> record(Program program) {
        Set<List<Answer>> runs = new LinkedHashSet<>();
        PromptEnds ends = new PromptEnds(program);
        for (int i = 0; i < (ends.tied() ? RUNS_OF_TIES : RUNS); i++) {
            runs.add(run(program, ends));
        }
        Vector vector = new Vector(program.toString().lines().toList(), ProtocolScript.of(program), List.copyOf(runs));
        boolean all = ends.tied() == (runs.size() > 1) && runs.size() <= MOST_RUNS;
        return all && allowed(vector) ? Optional.of(vector) : Optional.empty();
    }

    private boolean allowed(Vector vector) {
        RuleCounts counts = new RuleCounts(VectorReplay.compared(capabilities()), Set.of());
        return new VectorReplay(vector).model(counts).isEmpty();
    }

    private List<Answer> run(Program program, PromptEnds ends) {
        ProcessKit.Run run = go.run(program);
        if (run == null) {
            throw new IllegalStateException(go.faults().toString());
        }
        return IntStream.range(0, run.answers().size())
                .mapToObj(i -> ends.plain(i, run.answers().get(i)))
                .toList();
    }
}
