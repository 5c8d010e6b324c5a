package dev.cascata.perf.report;

import java.util.Arrays;

/** What a benchmark measures, the name under which its output tells it, and its unit. */
enum Measure {
    PER_NODE("Propagation.", "nodes", "ns"),
    READER("Reads.BesideCancel.", "read", "ns"),
    WAKE_UP("WakeUp.", "p50", "ns"),
    LATENESS("Expiry.", "p99", "ns"),
    FOOTPRINT("Memory.", "bytes", "bytes"),
    HELD("Heap.", "bytes", "bytes"),
    TIME("", "", "ns");

    private final String prefix;
    final String metric;
    final String unit;

    Measure(String prefix, String metric, String unit) {
        this.prefix = prefix;
        this.metric = metric;
        this.unit = unit;
    }

    static Measure of(String benchmark) {
        return Arrays.stream(values())
                .filter(measure -> benchmark.startsWith(measure.prefix))
                .findFirst()
                .orElse(TIME);
    }

    /** Whether the bytes that a thread allocates are those of the operation alone. */
    boolean tellsAllocation() {
        return this == TIME;
    }
}
