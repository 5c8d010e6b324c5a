package dev.cascata.conformance.vectors;

import dev.cascata.conformance.process.Request;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.vectors.Vectors.Vector;
import java.util.List;
import java.util.Set;

/**
 * A recorded program that the file of vectors may take in.
 *
 * @param program its steps
 * @param vector what Go did in it
 * @param pairs the pairs of rule and kind of step that it compares
 */
record Offer(Program program, Vector vector, Set<String> pairs) {
    private static final int COST_OF_A_PROGRAM = 4;

    long gain(Set<String> covered) {
        return pairs.stream().filter(p -> !covered.contains(p)).count();
    }

    double gainForItsSize(Set<String> covered) {
        return (double) gain(covered) / (COST_OF_A_PROGRAM + program.size() + read(vector.lines()));
    }

    boolean tied() {
        return vector.runs().size() > 1;
    }

    /** Returns the number of contexts of which everything is read at the end. */
    static int read(List<Request> lines) {
        return lines.get(lines.size() - 1).read().size();
    }
}
