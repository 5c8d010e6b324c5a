package dev.cascata.perf.report;

import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * One measurement to make: a benchmark with its parameters, on a subject, on a JDK.
 *
 * @param benchmark as the report names it, such as {@code Life.ByTwo.createAndCancel}
 */
record Case(String benchmark, SortedMap<String, String> params, String subject, String jdk) {

    /** What is the same for every subject: the row of a table. */
    String row() {
        return params.isEmpty() ? benchmark : benchmark + " " + settings();
    }

    String settings() {
        return params.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }

    /** What {@code --only} looks into, and a baseline is compared by. */
    String id() {
        return row() + " subject=" + subject;
    }
}
