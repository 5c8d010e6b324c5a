package dev.cascata.perf.report;

import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * One measurement to make: a benchmark with its parameters, on a subject, on a JDK.
 *
 * @param benchmark its name in the report, such as {@code Life.ByTwo.createAndCancel}
 */
record Case(String benchmark, SortedMap<String, String> params, String subject, String jdk) {

    /** Returns what is the same for every subject: the row of a table. */
    String row() {
        return params.isEmpty() ? benchmark : benchmark + " " + settings();
    }

    String settings() {
        return params.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }

    /** Returns the text that {@code --only} searches and that a baseline compares. */
    String id() {
        return row() + " subject=" + subject;
    }
}
