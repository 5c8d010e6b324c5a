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

/** Finds the contexts that have to be done when a step returns, without waiting for other threads. */
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

    /** Returns the contexts that may end a little later than their step, one of the steps from {@code unseen} on. */
    private Set<Integer> late(int unseen) {
        return model.nodes().stream()
                .filter(n -> n.form == Node.Form.FOREIGN || (n.endedThroughForeign() && n.endedAt() >= unseen))
                .map(n -> n.index)
                .collect(Collectors.toSet());
    }

    /** Returns true if a step has an open outcome. */
    boolean tied() {
        return firstTie < lines.size();
    }

    /** Returns the number of the first line with an open outcome; beyond the last line if there is none. */
    int firstTie() {
        return firstTie;
    }

    /** Returns a reply without its open parts: number, orders, and contexts that may be done a little later. */
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

    /** A foreign context may return another done object on each read. */
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
