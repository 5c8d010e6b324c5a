package dev.cascata.perf.report;

import java.util.List;

/** A section of the page: its text, the classes of its benchmarks, and the parameter on the x axis of its plots. */
enum Section {
    TREES(
            "Cancel a tree",
            "A request has fanned out (star), called deep (chain), or done both (comb, random). Its top is cancelled, "
                    + "and every leaf checks whether to stop. Times are per node: a flat line means that the cost does "
                    + "not grow with the tree.",
            "size",
            "Propagation"),
    LIFE(
            "Create and cancel one child",
            "Each request, or each call within one, gets a context and cancels it when the work is done. The parent is "
                    + "a root, or the context of a server with the given number of other children. One thread runs, or "
                    + "two that share the parent. A callback is registered and unregistered, as for a query that "
                    + "completes in time.",
            "siblings",
            "Life|Callbacks"),
    TIMERS(
            "Set and cancel a time limit",
            "A call completes in time, as nearly all do, while the limits of other calls are pending. The executor is a "
                    + "bare ScheduledThreadPoolExecutor; every library except the reference uses one.",
            "standing",
            "Timers"),
    EXPIRY(
            "Let 100,000 time limits expire",
            "A backend hangs, and the limits of all calls to it expire: at one moment (spread 0), or spread over "
                    + "1,000 ms. The value is how late the contexts end.",
            "",
            "Expiry"),
    READS(
            "Check whether to stop",
            "A loop that can be stopped reads its context in each round. The context is live or ended. One thread "
                    + "reads it, or two threads, or one while another cancels a sibling.",
            "",
            "Reads"),
    VALUES(
            "Find a value",
            "The key is bound in the outermost layer of values (hit) or in none (miss).",
            "layers",
            "Values"),
    WAKE_UP(
            "Wake up waiting threads",
            "The time from the cancel at the top until every thread that waits at the bottom is awake. The floor is a "
                    + "bare unpark. In Go, goroutines wait, since it has no platform threads.",
            "",
            "WakeUp"),
    MEMORY(
            "Memory",
            "The bytes that one more context of each kind, or one callback, adds below a live parent; and the "
                    + "bytes that a parent still holds for each of 1,000,000 children that are done.",
            "",
            "Memory|Heap"),
    GO_SET("The benchmarks of Go's own context", "Names and parameters are those of Go.", "", "GoSet");

    final String title;
    final String text;
    final String axis;
    private final String classes;

    Section(String title, String text, String axis, String classes) {
        this.title = title;
        this.text = text;
        this.axis = axis;
        this.classes = classes;
    }

    List<Result> of(List<Result> results) {
        return results.stream()
                .filter(result -> result.what().benchmark().matches("(" + classes + ")\\..*"))
                .toList();
    }
}
