package dev.cascata.perf.report;

import dev.cascata.conformance.cli.ExitCode;
import dev.cascata.conformance.cli.UsageError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** Measures a case with JMH, in separate JVMs. */
final class Jmh {
    private static final String ALLOCATED = "gc.alloc.rate.norm";
    private static final double MEDIAN = 50;
    /** The first JDK that prints a warning about the Unsafe methods that JMH calls. */
    private static final int WARNS_OF_UNSAFE = 24;

    private static final Map<String, Double> PERCENTILES =
            Map.of("p50", MEDIAN, "p90", 90.0, "p99", 99.0, "p999", 99.9, "p100", 100.0);

    private final Budget budget;
    private final Map<String, String> launchers;

    /** Makes a runner; {@code launchers} are the java commands of the JDKs, by version. */
    Jmh(Budget budget, Map<String, String> launchers) {
        this.budget = budget;
        this.launchers = launchers;
    }

    Result measure(Plan.Step step) {
        try {
            Collection<RunResult> results = new Runner(options(step).build()).run();
            return result(step.what(), results.iterator().next());
        } catch (RunnerException e) {
            requireLock(e);
            return Result.problem(step.what(), problem(e));
        }
    }

    /** Throws if another run of JMH holds the lock: two runs at once would disturb each other. */
    private static void requireLock(RunnerException e) {
        if (String.valueOf(e.getMessage()).contains("JMH lock")) {
            throw new UsageError(
                    ExitCode.SURPRISE,
                    "Another run of JMH is measuring on this machine; start the report when it has finished.");
        }
    }

    private ChainedOptionsBuilder options(Plan.Step step) {
        Case what = step.what();
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + Pattern.quote(step.benchmark().method()) + "$")
                .jvm(launchers.getOrDefault(what.jdk(), "java"))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .addProfiler(GCProfiler.class);
        budget.applyTo(options, step.benchmark());
        if (Runtime.Version.parse(what.jdk()).feature() >= WARNS_OF_UNSAFE) {
            options.jvmArgsPrepend("--sun-misc-unsafe-memory-access=allow");
        }
        what.params().forEach((name, value) -> options.param(name, value));
        if (step.benchmark().params().containsKey(Benchmark.SUBJECT)) {
            options.param(Benchmark.SUBJECT, what.subject());
        }
        return options;
    }

    static Result result(Case what, RunResult run) {
        Metric metric = Metric.of(what.benchmark());
        List<Double> values = new ArrayList<>();
        for (BenchmarkResult fork : run.getBenchmarkResults()) {
            fork.getIterationResults().forEach(iteration -> values.add(value(metric, iteration)));
        }
        return new Result(what, metric.unit, values, percentiles(metric, run), allocated(metric, run), null);
    }

    private static double value(Metric metric, IterationResult iteration) {
        if (metric == Metric.WAKE_UP) {
            return iteration.getPrimaryResult().getStatistics().getPercentile(MEDIAN);
        }
        return metric == Metric.TIME
                ? iteration.getPrimaryResult().getScore()
                : counter(iteration.getSecondaryResults(), metric.counter);
    }

    @SuppressWarnings("rawtypes") // JMH declares it so.
    private static double counter(Map<String, org.openjdk.jmh.results.Result> counters, String name) {
        return Objects.requireNonNull(counters.get(name), name).getScore();
    }

    private static SortedMap<String, Double> percentiles(Metric metric, RunResult run) {
        SortedMap<String, Double> found = new TreeMap<>();
        if (metric == Metric.WAKE_UP) {
            Statistics all = run.getPrimaryResult().getStatistics();
            PERCENTILES.forEach((name, share) -> found.put(name, all.getPercentile(share)));
        } else if (metric == Metric.LATENESS) {
            PERCENTILES.keySet().forEach(name -> found.put(name, mean(run, name)));
        }
        return found;
    }

    /** Returns the mean of a counter over the forks. */
    private static double mean(RunResult run, String name) {
        return run.getBenchmarkResults().stream()
                .mapToDouble(fork -> counter(fork.getSecondaryResults(), name))
                .average()
                .orElseThrow();
    }

    private static @Nullable Double allocated(Metric metric, RunResult run) {
        var norm = run.getSecondaryResults().get(ALLOCATED);
        return norm == null || !metric.reportsAllocation() ? null : norm.getScore();
    }

    /** Returns why a benchmark failed, from the exception, its causes and its suppressed exceptions. */
    static String problem(Throwable thrown) {
        for (Throwable each : all(thrown)) {
            if (each instanceof StackOverflowError) {
                return "stack overflow";
            } else if (each instanceof OutOfMemoryError) {
                return "out of memory";
            } else if (each instanceof UnsupportedOperationException && each.getMessage() != null) {
                return each.getMessage();
            }
        }
        String message = String.valueOf(thrown.getMessage()).strip();
        return message.lines().findFirst().orElse("no result");
    }

    private static Set<Throwable> all(Throwable top) {
        Set<Throwable> seen = new HashSet<>();
        List<Throwable> open = new ArrayList<>(List.of(top));
        while (!open.isEmpty()) {
            Throwable next = open.remove(open.size() - 1);
            if (seen.add(next)) {
                open.addAll(List.of(next.getSuppressed()));
                if (next.getCause() != null) {
                    open.add(next.getCause());
                }
            }
        }
        return seen;
    }
}
