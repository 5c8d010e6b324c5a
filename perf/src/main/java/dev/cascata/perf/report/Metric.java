package dev.cascata.perf.report;

import java.util.Arrays;

/** What a benchmark measures: the counter in the output of JMH and Go that has the value, and its unit. */
enum Metric {
    PER_NODE("Propagation.", "nodes", "ns"),
    READER("Reads.BesideCancel.", "read", "ns"),
    WAKE_UP("WakeUp.", "p50", "ns"),
    LATENESS("Expiry.", "p99", "ns"),
    FOOTPRINT("Memory.", "bytes", "bytes"),
    RETAINED("Heap.", "bytes", "bytes"),
    TIME("", "", "ns");

    private final String prefix;
    final String counter;
    final String unit;

    Metric(String prefix, String counter, String unit) {
        this.prefix = prefix;
        this.counter = counter;
        this.unit = unit;
    }

    static Metric of(String benchmark) {
        return Arrays.stream(values())
                .filter(metric -> benchmark.startsWith(metric.prefix))
                .findFirst()
                .orElse(TIME);
    }

    /** Returns whether a thread allocates for the measured operation alone. */
    boolean reportsAllocation() {
        return this == TIME;
    }
}
