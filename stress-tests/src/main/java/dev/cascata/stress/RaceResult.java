package dev.cascata.stress;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.grading.GradingResult;

/**
 * The result of one race with one kit, over all configurations of the JVM.
 *
 * @param outcomes every outcome that was seen or is described, with its number of samples
 * @param fault what the library did instead of reaching an outcome, or null
 * @param gap why the race says nothing, or null
 */
record RaceResult(
        Race race,
        List<Outcome> outcomes,
        @Nullable String fault,
        @Nullable String gap) {
    private static final int SHOWN_LINES = 3;
    private static final Map<Status, String> FAULTS = Map.of(
            Status.TIMEOUT_ERROR, "an operation did not return",
            Status.CHECK_TEST_ERROR, "an operation threw",
            Status.TEST_ERROR, "an operation threw");
    private static final Map<Status, String> GAPS = Map.of(
            Status.API_MISMATCH, "a class or method is missing",
            Status.VM_ERROR, "the JVM that ran it failed");

    /** An outcome: its result in words, its grade without regard to the kit, its number of samples, and its meaning. */
    record Outcome(String result, Expect expect, long samples, String meaning) {
        private Outcome plus(long more) {
            return new Outcome(result, expect, samples + more, meaning);
        }
    }

    /** Puts together the results of one race. No result at all is a gap. */
    static RaceResult of(Race race, List<TestResult> results) {
        Map<String, Outcome> outcomes = new TreeMap<>();
        results.forEach(result -> result.grading().gradingResults.values().forEach(graded -> add(outcomes, graded)));
        return new RaceResult(race, List.copyOf(outcomes.values()), first(results, FAULTS), gap(results));
    }

    long samples() {
        return outcomes.stream().mapToLong(Outcome::samples).sum();
    }

    /** Returns the fault, else the gap, else null. */
    @Nullable
    String trouble() {
        return fault != null ? fault : gap;
    }

    private static void add(Map<String, Outcome> outcomes, GradingResult graded) {
        Outcome none = new Outcome(graded.id, graded.expect, 0, graded.description);
        outcomes.put(graded.id, outcomes.getOrDefault(graded.id, none).plus(graded.count));
    }

    private static @Nullable String gap(List<TestResult> results) {
        if (results.isEmpty()) {
            return "it was run in no configuration";
        }
        String failed = first(results, GAPS);
        boolean fault = first(results, FAULTS) != null;
        boolean empty = results.stream().allMatch(result -> result.getTotalCount() == 0);
        return failed == null && empty && !fault ? "no sample was taken" : failed;
    }

    private static @Nullable String first(List<TestResult> results, Map<Status, String> kinds) {
        return results.stream()
                .filter(result -> kinds.containsKey(result.status()))
                .map(result -> kinds.get(result.status()) + details(result.getMessages()))
                .findFirst()
                .orElse(null);
    }

    private static String details(List<String> messages) {
        List<String> lines = messages.stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(SHOWN_LINES)
                .toList();
        return lines.isEmpty() ? "" : ": " + String.join("; ", lines);
    }
}
