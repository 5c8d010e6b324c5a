package dev.cascata.conformance.vectors;

import dev.cascata.conformance.driver.OperationThrew;
import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.kit.ForeignShape;
import dev.cascata.conformance.process.Answer;
import dev.cascata.conformance.process.RecordedSubject;
import dev.cascata.conformance.process.Request;
import dev.cascata.conformance.program.Step;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.search.Search;
import dev.cascata.conformance.search.Stack;
import dev.cascata.conformance.trial.Failure;
import dev.cascata.conformance.trial.Patience;
import dev.cascata.conformance.trial.RuleCounts;
import dev.cascata.conformance.trial.Trial;
import dev.cascata.conformance.vectors.Vectors.Vector;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Compares one program of the vectors with the model, or with a kit in this virtual machine. */
final class VectorReplay {
    private static final int HANG_SECONDS = 5;

    private final Vector vector;

    VectorReplay(Vector vector) {
        this.vector = vector;
    }

    /** Returns the capabilities that vectors compare: those of the library without those that vectors leave out. */
    static Set<Capability> compared(Set<Capability> declared) {
        Set<Capability> compared = EnumSet.copyOf(declared);
        compared.remove(Capability.TIMER_COUNT);
        return compared;
    }

    /** Returns true if a thread may watch a context: a foreign context has no hook. */
    boolean watched() {
        return vector.parsed().steps().stream()
                .anyMatch(s -> s instanceof Step.Foreign w && w.shape() == ForeignShape.OWN);
    }

    /** Returns the first run that the model does not allow. */
    Optional<Failure> model(RuleCounts counts) {
        return vector.runs().stream()
                .map(run -> new Trial(new RecordedSubject(vector.lines(), run), vector.parsed(), counts, 1).run())
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Returns true if all runs are equal up to the first line with an open outcome. */
    boolean consistent() {
        int open = Math.min(
                new PromptEnds(vector.parsed()).firstTie(), vector.lines().size());
        return vector.runs().stream()
                        .map(run -> run.subList(0, open))
                        .distinct()
                        .count()
                == 1;
    }

    /** Describes the first line to which the kit replies in a way that was not recorded. */
    Optional<String> kit(ContextKit<?> kit) {
        KitAdapter live = new KitAdapter(kit);
        List<List<Answer>> possible = vector.runs();
        for (int i = 0; i < vector.lines().size(); i++) {
            int at = i;
            Request line = vector.lines().get(i);
            List<List<Answer>> before = possible;
            Answer answer = live.answer(line, a -> matches(before, at, a), new Patience(Search.PATIENCE));
            possible = before.stream()
                    .filter(run -> Observations.agree(run.get(at), answer))
                    .toList();
            if (possible.isEmpty()) {
                return Optional.of("line " + (i + 1) + ", " + line + ":\n  returned " + Observations.plain(answer)
                        + "\n  recorded " + recorded(before, at));
            }
        }
        return Optional.empty();
    }

    /** Returns true if the kit, on a small stack, replies as not recorded, overflows the stack, throws or hangs. */
    boolean finds(ContextKit<?> kit) {
        FutureTask<Optional<String>> task = new FutureTask<>(() -> kit(kit));
        Stack.SMALL.start("replay", task);
        try {
            return task.get(HANG_SECONDS, TimeUnit.SECONDS).isPresent();
        } catch (TimeoutException hangs) {
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof OperationThrew) {
                return true;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns true if a recorded run agrees with these replies from beginning to end. */
    boolean contains(List<Answer> answers) {
        return vector.runs().stream().anyMatch(run -> agree(run, answers));
    }

    private static boolean agree(List<Answer> run, List<Answer> answers) {
        for (int i = 0; i < run.size(); i++) {
            if (!Observations.agree(run.get(i), answers.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(List<List<Answer>> runs, int at, Answer answer) {
        return runs.stream().anyMatch(run -> Observations.agree(run.get(at), answer));
    }

    private static String recorded(List<List<Answer>> runs, int at) {
        List<String> answers = new ArrayList<>();
        runs.forEach(run -> answers.add(run.get(at).toString()));
        return answers.stream().distinct().collect(Collectors.joining("\n        or "));
    }
}
