package dev.cascata.conformance.program;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the suite does to a library: steps, one after the other, on virtual time. Printed and parsed one step a line.
 * Immutable.
 *
 * @param steps the steps; every context and callback that one names was made by an earlier one
 * @param quiet whether everything is read after the last step only, and not after each
 */
public record Program(List<Step> steps, boolean quiet) {
    public static final String QUIET = "quiet";

    public Program {
        steps = List.copyOf(steps);
    }

    /**
     * Reads a program, its steps separated by line ends or semicolons.
     *
     * @throws IllegalArgumentException in one sentence, if it is none
     */
    public static Program parse(String text) {
        return new ProgramParser().parse(text);
    }

    public int size() {
        return steps.size();
    }

    /** The steps, one a line. */
    @Override
    public String toString() {
        return String.join("\n", lines());
    }

    /** The steps, separated by semicolons. */
    public String oneLine() {
        return String.join("; ", lines());
    }

    /** One step; what happens at the end of each program, if {@code step} is its size. */
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

    /** The program without one step; what was derived in it is replaced by its parent, what needs it goes too. */
    public Program without(int step) {
        Removal removal = new Removal();
        IntStream.range(0, size()).forEach(i -> removal.take(steps.get(i), i == step));
        return new Program(removal.kept(), quiet);
    }

    /** The program with every chain of at least {@code from} contexts made {@code to} long. */
    public Program deepened(int from, int to) {
        Resizing resizing = new Resizing();
        return new Program(
                steps.stream().map(s -> resizing.take(s, deeper(s, from, to))).toList(), quiet);
    }

    /** The program with only so many contexts derived in one step; whoever refers to others refers to the last. */
    public Program thinned(int step, int count) {
        Resizing resizing = new Resizing();
        return new Program(
                IntStream.range(0, size())
                        .mapToObj(i -> resizing.take(steps.get(i), i == step ? count : count(steps.get(i))))
                        .toList(),
                quiet);
    }

    /** The program with no cause given in one step; the same if none is. */
    public Program causeless(int step) {
        List<Step> changed = new ArrayList<>(steps);
        changed.set(step, steps.get(step).causeless());
        return new Program(changed, quiet);
    }

    /** How many contexts a step derives. */
    public static int count(Step step) {
        return step instanceof Step.Derive derive ? derive.count() : 0;
    }

    private static int deeper(Step step, int from, int to) {
        boolean deep = step instanceof Step.Derive derive && derive.deep() && derive.count() >= from;
        return deep ? Math.max(to, count(step)) : count(step);
    }

    public Program loud() {
        return new Program(steps, false);
    }
}
