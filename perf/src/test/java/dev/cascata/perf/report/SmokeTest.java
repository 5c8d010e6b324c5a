package dev.cascata.perf.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.perf.Subjects;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs every benchmark on every subject for a moment, with small parameters, and checks that it reports a value. */
class SmokeTest {
    private static final Map<String, String> SMALL = Map.of("atLeast", "100", "timers", "100", "children", "1000");
    private static final int VIRTUAL_THREADS = 21;

    @TestFactory
    Stream<DynamicTest> runs() {
        List<Benchmark> small = Benchmark.all().stream().map(SmokeTest::small).toList();
        return Plan.all(small, Subjects.names(), List.of("here")).stream()
                .filter(step -> step.lacking().isEmpty())
                .map(step -> DynamicTest.dynamicTest(step.what().id(), () -> assertRuns(step)));
    }

    /** Returns the same benchmark with only the least number of each parameter that takes numbers. */
    private static Benchmark small(Benchmark benchmark) {
        SortedMap<String, List<String>> params = new TreeMap<>(benchmark.params());
        params.replaceAll((name, values) -> name.equals("threads") ? threads(values) : least(values));
        return new Benchmark(benchmark.method(), params);
    }

    private static List<String> least(List<String> values) {
        return values.size() > 1 && values.get(0).matches("\\d+") ? values.subList(0, 1) : values;
    }

    private static List<String> threads(List<String> kinds) {
        return Runtime.version().feature() < VIRTUAL_THREADS ? kinds.subList(0, 1) : kinds;
    }

    private static void assertRuns(Plan.Step step) throws RunnerException {
        Collection<RunResult> results = new Runner(options(step).build()).run();
        assertThat(results).as("one run of one benchmark").hasSize(1);
        Result result = Jmh.result(step.what(), results.iterator().next());
        assertThat(result.values()).isNotEmpty().allMatch(value -> value >= 0 && Double.isFinite(value));
    }

    private static ChainedOptionsBuilder options(Plan.Step step) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + step.benchmark().method().replace(".", "\\.") + "$")
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(5))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        settings(step).forEach((name, value) -> options.param(name, value));
        return options;
    }

    /** Returns one value for each parameter, since JMH would run all values. */
    private static Map<String, String> settings(Plan.Step step) {
        Map<String, String> settings = new TreeMap<>();
        step.benchmark()
                .params()
                .forEach((name, values) -> settings.put(name, SMALL.getOrDefault(name, values.get(0))));
        settings.putAll(step.what().params());
        settings.computeIfPresent(
                Benchmark.SUBJECT, (name, value) -> step.what().subject());
        return settings;
    }
}
