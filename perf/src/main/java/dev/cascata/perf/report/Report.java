package dev.cascata.perf.report;

import java.util.List;

/** What a run has measured. Its JSON is what a later run takes as baseline. */
record Report(Machine machine, List<Result> results) {

    /** What the page shows: the results on the first JDK. */
    List<Result> shown() {
        return results.stream()
                .filter(result -> result.what().jdk().equals(machine.jdks().get(0)))
                .toList();
    }
}
