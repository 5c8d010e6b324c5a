package dev.cascata.conformance.vectors;

import dev.cascata.conformance.model.Model;
import dev.cascata.conformance.model.Node;
import dev.cascata.conformance.process.Answer;
import dev.cascata.conformance.process.Answer.Reading;
import dev.cascata.conformance.process.ProtocolScript;
import dev.cascata.conformance.process.Request;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.program.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which contexts have to be done when a step returns, and not only once other threads have done their part. */
final class PromptEnds {
    private final Model model = new Model();
    private final List<Request> lines;
    private final List<Set<Integer>> late = new ArrayList<>();
    private int firstTie = Integer.MAX_VALUE;

    PromptEnds(Program program) {
        lines = ProtocolScript.of(program);
        int unseen = 0;
        for (Request line : lines) {
            Step step = ProtocolScript.step(line);
            if (step != null) {
                model.apply(step);
                firstTie = model.tied() ? Math.min(firstTie, late.size()) : firstTie;
            }
            late.add(late(unseen));
            unseen = line.look().isEmpty() ? unseen : model.step() + 1;
        }
    }

    /** The contexts that may end a little later than the step that ends them, one of those from {@code unseen} on. */
    private Set<Integer> late(int unseen) {
        return model.nodes().stream()
                .filter(n -> n.form == Node.Form.FOREIGN || (n.endedThroughWrapper() && n.endedAt() >= unseen))
                .map(n -> n.index)
                .collect(Collectors.toSet());
    }

    /** Whether the outcome of a step is open. */
    boolean tied() {
        return firstTie < lines.size();
    }

    /** The number of the first line with an open outcome; beyond all lines if there is none. */
    int firstTie() {
        return firstTie;
    }

    /** An answer without what is open in it: its number, orders, and what may be done at once or a little later. */
    Answer plain(int line, Answer answer) {
        Answer plain = Observations.plain(answer);
        List<Integer> atOnce = plain.atOnce().stream()
                .filter(c ->
                        !late.get(line).contains(c) && !lines.get(line).step().equals(Request.END))
                .toList();
        return new Answer(
                line + 1L,
                plain.answer(),
                atOnce,
                plain.done(),
                contexts(lines.get(line).read(), plain.contexts()),
                plain.ran(),
                null,
                plain.threw());
    }

    private List<Reading> contexts(List<Integer> read, List<Reading> contexts) {
        return IntStream.range(0, read.size())
                .mapToObj(i -> plain(read.get(i), contexts.get(i)))
                .toList();
    }

    /** What shows the end of a foreign context need not be one and the same object. */
    private Reading plain(int context, Reading read) {
        boolean foreign = model.nodes().get(context).shown().form == Node.Form.FOREIGN;
        return new Reading(
                read.err(),
                read.cause(),
                read.deadline(),
                read.values(),
                foreign ? null : read.sameDone(),
                read.dependents(),
                read.attached());
    }
}
