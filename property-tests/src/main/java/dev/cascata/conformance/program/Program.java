package dev.cascata.conformance.program;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the suite does to a library: steps, one after the other, on virtual time. Printed and parsed with one step per
 * line. Immutable.
 *
 * @param steps the steps; each names only contexts and callbacks that earlier steps made
 * @param quiet whether the contexts are read after the last step only, instead of after each step
 */
public record Program(List<Step> steps, boolean quiet) {
    public static final String QUIET = "quiet";

    public Program {
        steps = List.copyOf(steps);
    }

    /**
     * Reads a program, its steps separated by line ends or semicolons.
     *
     * @throws IllegalArgumentException if the text is not a program; the message is one sentence
     */
    public static Program parse(String text) {
        return new ProgramParser().parse(text);
    }

    public int size() {
        return steps.size();
    }

    /** Returns the steps, one per line. */
    @Override
    public String toString() {
        return String.join("\n", lines());
    }

    /** Returns the steps, separated by semicolons. */
    public String oneLine() {
        return String.join("; ", lines());
    }

    /** Returns the text of one step; if {@code step} is the size of the program, what happens at its end. */
    public String line(int step) {
        return step == size()
                ? "(the end: every context is cancelled)"
                : printed().get(step);
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>(printed());
        if (quiet) {
            lines.add(0, QUIET);
        }
        return lines;
    }

    private List<String> printed() {
        ProgramPrinter printer = new ProgramPrinter();
        return steps.stream().map(printer::print).collect(Collectors.toList());
    }

    /**
     * Returns the program without one step. Contexts derived in it are replaced by their parent; steps that need it are
     * dropped.
     */
    public Program without(int step) {
        Removal removal = new Removal();
        IntStream.range(0, size()).forEach(i -> removal.take(steps.get(i), i == step));
        return new Program(removal.kept(), quiet);
    }

    /** Returns the program in which every chain of at least {@code from} contexts has {@code to} of them. */
    public Program deepened(int from, int to) {
        Resizing resizing = new Resizing();
        return new Program(
                steps.stream().map(s -> resizing.take(s, deeper(s, from, to))).toList(), quiet);
    }

    /**
     * Returns the program in which one step derives {@code count} contexts. References to a dropped context go to the
     * last.
     */
    public Program thinned(int step, int count) {
        Resizing resizing = new Resizing();
        return new Program(
                IntStream.range(0, size())
                        .mapToObj(i -> resizing.take(steps.get(i), i == step ? count : count(steps.get(i))))
                        .toList(),
                quiet);
    }

    /** Returns the program in which one step gives no cause. */
    public Program causeless(int step) {
        List<Step> changed = new ArrayList<>(steps);
        changed.set(step, steps.get(step).causeless());
        return new Program(changed, quiet);
    }

    /** Returns the number of contexts that a step derives. */
    public static int count(Step step) {
        return step instanceof Step.Derive derive ? derive.count() : 0;
    }

    private static int deeper(Step step, int from, int to) {
        boolean deep = step instanceof Step.Derive derive && derive.deep() && derive.count() >= from;
        return deep ? Math.max(to, count(step)) : count(step);
    }

    /** Returns the program with everything read after each step. */
    public Program loud() {
        return new Program(steps, false);
    }
}
