package dev.cascata.conformance.checks;

import static dev.cascata.conformance.rules.ScaleRule.SCALE_4;

import dev.cascata.conformance.rules.Capability;
import dev.cascata.context.Registration;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;

/**
 * Compares the processor time for one tree of a million contexts with that for ten trees of a hundred thousand. Both are
 * equal if the cost of one context is constant. The first is ten times the second if that cost grows with the number.
 */
final class CostChecks {
    private static final int FEW = 100_000;
    private static final int MANY = 1_000_000;
    private static final int MOST_TIMES = 5;
    private static final int LOOK_EVERY = 50;
    private static final int PARTS = 10;
    private static final long NANOS_IN_MILLI = 1_000_000;
    private static final long LONG_ENOUGH_NANOS = 1_000_000_000;

    /** The operations that are timed, in their sequence. */
    private record Work(List<Runnable> steps) {}

    private static final String SAME_WORK =
            "both need as many operations, and the cost of one must not grow with the number of contexts";

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private CostChecks() {}

    static List<Check> all() {
        return List.of(
                cost("cancel-all-at-once", "The parent of many children is cancelled.", CostChecks::whole),
                cost("cancel-chain-at-once", "The top of a long chain is cancelled.", CostChecks::chain),
                cost(
                        "cancel-one-by-one",
                        "The many children of one parent are cancelled one by one, in random order.",
                        CostChecks::oneByOne),
                cost("derive-many", "Many children of one parent are made.", CostChecks::derive),
                cost(
                                "stop-one-by-one",
                                "The many callbacks of one context are stopped one by one, in random order.",
                                CostChecks::stops)
                        .needing(Capability.CALLBACKS));
    }

    private static Check cost(String name, String scenario, BiFunction<Stage, Integer, Work> make) {
        return Check.scale(SCALE_4, "cost-of-" + name, scenario, SAME_WORK, s -> compare(s, make));
    }

    private static void compare(Stage s, BiFunction<Stage, Integer, Work> make) {
        long few = ofTenTimesFew(s, make);
        long many = time(make.apply(s, MANY), few * MOST_TIMES);
        s.expect(
                many <= few * MOST_TIMES,
                "processor time for a million contexts of one tree",
                "at most " + MOST_TIMES + " times that for ten trees of a hundred thousand",
                "given up after " + many / NANOS_IN_MILLI + " ms; the ten trees took " + few / NANOS_IN_MILLI + " ms");
    }

    /** Makes all ten trees before the first is timed, so that they fill the caches as the one big tree does. */
    private static long ofTenTimesFew(Stage s, BiFunction<Stage, Integer, Work> make) {
        int times = MANY / FEW;
        List<Work> trees = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            trees.add(make.apply(s, FEW));
        }
        long total = 0;
        int done = 0;
        while (done < times && total < LONG_ENOUGH_NANOS) {
            total += time(trees.get(done++), Long.MAX_VALUE);
        }
        return total * times / done;
    }

    /**
     * Returns the processor time of the work, or of its first tenth if it has many steps. Gives up, and returns a
     * little more than {@code most}, if the work takes longer than that.
     */
    private static long time(Work work, long most) {
        long start = THREADS.getCurrentThreadCpuTime();
        int size = Math.max(1, work.steps().size() / PARTS);
        for (int i = 0; i < size; i++) {
            work.steps().get(i).run();
            if (i % LOOK_EVERY == 0 && tooSlow(start, most, (double) (i + 1) / size)) {
                return most + 1;
            }
        }
        return THREADS.getCurrentThreadCpuTime() - start;
    }

    /** Judges by the part that is done, once that took long enough to be measured. */
    private static boolean tooSlow(long start, long most, double part) {
        long taken = THREADS.getCurrentThreadCpuTime() - start;
        return taken > most * part && taken > Math.min(most / 3, LONG_ENOUGH_NANOS);
    }

    private static Work whole(Stage s, int n) {
        Handle parent = s.root().withCancel();
        for (int i = 0; i < n; i++) {
            parent.withCancel();
        }
        return new Work(List.of(parent::cancel));
    }

    private static Work chain(Stage s, int n) {
        Handle top = s.root().withCancel();
        Pace pace = new Pace(MANY);
        Handle at = top;
        for (int i = 0; i < n; i++) {
            at = at.withCancel();
            pace.made();
        }
        return new Work(List.of(top::cancel));
    }

    private static Work oneByOne(Stage s, int n) {
        Handle parent = s.root().withCancel();
        List<Handle> children = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            children.add(parent.withCancel());
        }
        Collections.shuffle(children, new Random(n));
        List<Runnable> steps = new ArrayList<>(n);
        children.forEach(c -> steps.add(c::cancel));
        return new Work(steps);
    }

    private static Work derive(Stage s, int n) {
        Handle parent = s.root().withCancel();
        return new Work(Collections.nCopies(n, parent::withCancel));
    }

    private static Work stops(Stage s, int n) {
        Handle context = s.root().withCancel();
        Runnable callback = () -> {};
        List<Registration> stops = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            stops.add(context.afterFunc(callback));
        }
        Collections.shuffle(stops, new Random(n));
        List<Runnable> steps = new ArrayList<>(n);
        stops.forEach(stop -> steps.add(stop::stop));
        return new Work(steps);
    }
}
