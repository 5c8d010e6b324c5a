package dev.cascata.conformance;

import dev.cascata.conformance.process.Answer;
import dev.cascata.conformance.process.Request;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which contexts have to be done when a step returns, and not only once other threads have done their part. */
final class Direct {
    private final List<Set<Integer>> late = new ArrayList<>();
    private boolean tied;

    Direct(Program program) {
        Model model = new Model();
        for (Request line : Script.of(program)) {
            Step step = Script.step(line);
            if (step != null) {
                model.apply(step);
                tied |= model.tied();
            }
            late.add(new HashSet<>(model.nodes().stream()
                    .filter(n -> mayBeLate(n, model.step()))
                    .map(n -> n.index)
                    .toList()));
        }
    }

    private static boolean mayBeLate(Node node, int step) {
        return node.form == Node.Form.WRAPPER || (node.ended() && node.endedAt() == step && node.endedThroughWrapper());
    }

    /** Whether the outcome of a step is open. */
    boolean tied() {
        return tied;
    }

    /** An answer without what is open in it: its number, orders, and what may be done at once or a little later. */
    Answer plain(int line, Answer answer) {
        Answer plain = Observations.plain(answer);
        List<Integer> atOnce =
                plain.atOnce().stream().filter(c -> !late.get(line).contains(c)).toList();
        return new Answer(
                line + 1L, plain.answer(), atOnce, plain.done(), plain.contexts(), plain.ran(), null, plain.threw());
    }
}
