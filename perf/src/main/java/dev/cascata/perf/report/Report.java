package dev.cascata.perf.report;

import java.util.List;

/** The results of a run. A later run can read its JSON as a baseline. */
record Report(Machine machine, List<Result> results) {

    /** Returns what the page shows: the results on the first JDK. */
    List<Result> shown() {
        return results.stream()
                .filter(result -> result.what().jdk().equals(machine.jdks().get(0)))
                .toList();
    }
}
