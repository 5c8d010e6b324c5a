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

/** The cases of a run, in the order in which they are measured. */
final class Plan {
    static final String GO = "go";
    static final String PLAIN = "plain";
    private static final String EXECUTOR = "executor";

    /** What a quick run takes: of each axis its ends, or what is usual; nothing of Go's own set. */
    private static final Pattern QUICK = Pattern.compile("Propagation.* shape=(star|chain) size=(1|100|10000|1000000) "
            + "|WakeUp.* depth=1 threads=platform waiters=1 "
            + "|^Life.BelowRoot|^Life.* siblings=(0|1000000) "
            + "|^Timers.* standing=(40|400000) "
            + "|^Values.* layers=(1|100) "
            + "|^Reads.*ByTwo.* state=live |^Reads.(BesideCancel|Deadlines|err|done|cause)\\b"
            + "|^(Callbacks|Expiry|Memory|Heap)\\b");

    /** What a quick run takes of the other peers; nobody would use the plain context for its speed. */
    private static final Pattern QUICK_OF_OTHERS =
            Pattern.compile("Propagation.buildAndCancel .*shape=(star|chain) size=(10000|1000000) "
                    + "|^Life.* siblings=0 |^Callbacks |^Memory.withCancel ");

    private static final Set<String> IN_EVERY_ROW = Set.of("floor", "reference", "grpc", EXECUTOR, GO);

    /** A bare executor stands in the row of the benchmark that it is compared with. */
    private static final Map<String, String> EXECUTORS = Map.of(
            "Timers.Executor.scheduleAndCancel", "Timers.timeoutAndCancel",
            "Timers.ExecutorByTwo.scheduleAndCancel", "Timers.ByTwo.timeoutAndCancel");

    /** A case, and the benchmark that measures it. */
    record Step(Case what, Listed listed) {
        /** The capability that the subject lacks, as half a sentence; empty if it lacks none. */
        String lacking() {
            if (what.subject().equals(GO) || what.subject().equals(EXECUTOR)) {
                return "";
            }
            Set<Capability> needs = listed.needs();
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

    /** Every case there is; only the first JDK stands beside Go. */
    static List<Step> all(List<Listed> listed, List<String> subjects, List<String> jdks) {
        List<Step> steps = new ArrayList<>();
        for (String jdk : jdks) {
            for (Listed benchmark : listed) {
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

    private static List<String> subjects(Listed benchmark, List<String> subjects, boolean first) {
        if (!benchmark.params().containsKey(Listed.SUBJECT)) {
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
