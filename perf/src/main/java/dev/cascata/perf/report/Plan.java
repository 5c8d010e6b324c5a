package dev.cascata.perf.report;

import dev.cascata.conformance.rules.Capability;
import dev.cascata.perf.Subjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Lists the cases of a run, in the order in which they are measured. */
final class Plan {
    static final String GO = "go";
    static final String PLAIN = "plain";
    private static final String EXECUTOR = "executor";

    /** The cases of a quick run: of each parameter the least and the greatest value, or the usual one. */
    private static final Pattern QUICK = Pattern.compile("Propagation.* shape=(star|chain) size=(1|100|10000|1000000) "
            + "|WakeUp.* depth=1 threads=platform waiters=1 "
            + "|^Life.BelowRoot|^Life.* siblings=(0|1000000) "
            + "|^Timers.* standing=(40|400000) "
            + "|^Values.* layers=(1|100) "
            + "|^Reads.*ByTwo.* state=live |^Reads.(BesideCancel|Deadlines|err|done|cause)\\b"
            + "|^(Callbacks|Expiry|Memory|Heap)\\b");

    /** The cases of a quick run on all other subjects except the plain context, which is not made for speed. */
    private static final Pattern QUICK_OF_OTHERS =
            Pattern.compile("Propagation.buildAndCancel .*shape=(star|chain) size=(10000|1000000) "
                    + "|^Life.* siblings=0 |^Callbacks |^Memory.withCancel ");

    private static final Set<String> IN_EVERY_ROW = Set.of("floor", "reference", "grpc", EXECUTOR, GO);

    /** For each benchmark of a bare executor, the benchmark with which it shares a row. */
    private static final Map<String, String> EXECUTORS = Map.of(
            "Timers.Executor.scheduleAndCancel", "Timers.timeoutAndCancel",
            "Timers.ExecutorByTwo.scheduleAndCancel", "Timers.ByTwo.timeoutAndCancel");

    /** A case, and the benchmark that measures it. */
    record Step(Case what, Benchmark benchmark) {
        /** Returns a capability that the subject lacks, as a reason not to measure; empty if it lacks none. */
        String lacking() {
            if (what.subject().equals(GO) || what.subject().equals(EXECUTOR)) {
                return "";
            }
            Set<Capability> needs = benchmark.needs();
            needs.removeAll(Subjects.named(what.subject()).capabilities());
            return needs.isEmpty() ? "" : "not offered: " + needs.iterator().next();
        }
    }

    private Plan() {}

    static Predicate<Case> quick() {
        return wanted -> !wanted.subject().equals(PLAIN)
                && (IN_EVERY_ROW.contains(wanted.subject()) ? QUICK : QUICK_OF_OTHERS)
                        .matcher(wanted.id())
                        .find();
    }

    /** Returns every case. Go is measured once, along with the first JDK. */
    static List<Step> all(List<Benchmark> benchmarks, List<String> subjects, List<String> jdks) {
        List<Step> steps = new ArrayList<>();
        for (String jdk : jdks) {
            for (Benchmark benchmark : benchmarks) {
                List<String> those = subjects(benchmark, subjects, jdk.equals(jdks.get(0)));
                for (SortedMap<String, String> params : product(benchmark.axes())) {
                    those.forEach(subject -> steps.add(new Step(
                            new Case(EXECUTORS.getOrDefault(benchmark.name(), benchmark.name()), params, subject, jdk),
                            benchmark)));
                }
            }
        }
        return steps;
    }

    private static List<String> subjects(Benchmark benchmark, List<String> subjects, boolean first) {
        if (!benchmark.params().containsKey(Benchmark.SUBJECT)) {
            return List.of(EXECUTOR);
        }
        return subjects.stream().filter(subject -> first || !subject.equals(GO)).toList();
    }

    private static List<SortedMap<String, String>> product(SortedMap<String, List<String>> axes) {
        List<SortedMap<String, String>> all = List.of(new TreeMap<>());
        for (Map.Entry<String, List<String>> axis : axes.entrySet()) {
            all = all.stream()
                    .flatMap(some -> axis.getValue().stream().map(value -> with(some, axis.getKey(), value)))
                    .toList();
        }
        return all;
    }

    private static SortedMap<String, String> with(SortedMap<String, String> some, String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(some);
        more.put(name, value);
        return more;
    }
}
