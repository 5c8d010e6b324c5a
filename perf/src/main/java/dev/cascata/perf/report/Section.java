package dev.cascata.perf.report;

import java.util.List;

/** A part of the page: the benchmarks of some classes, what they stand for, and what their plots run over. */
enum Section {
    TREES(
            "Cancel a tree",
            "A request has fanned out (star), called deep (chain), or both (comb, random). Its top is cancelled, and "
                    + "every leaf looks whether to stop. Time per node: a flat line is a cost that does not grow with "
                    + "the tree.",
            "size",
            "Propagation"),
    LIFE(
            "Create and cancel one child",
            "Each request, or each call within one, gets a context and cancels it when the work is done: below a root, "
                    + "or below the context of a server with as many others alive; by one thread, or by two on one "
                    + "parent. A callback is registered and taken back, as for a query that ends in time.",
            "siblings",
            "Life|Callbacks"),
    TIMERS(
            "Set a time limit and take it back",
            "A call answers in time, as nearly all do, while the limits of others stand. The executor is a bare "
                    + "ScheduledThreadPoolExecutor; every library but the reference is given one.",
            "standing",
            "Timers"),
    EXPIRY(
            "Let 100,000 time limits run out",
            "A backend hangs: how late contexts end whose limits run out at one moment (spread 0) or spread over "
                    + "1,000 ms.",
            "",
            "Expiry"),
    READS(
            "Ask whether to go on",
            "The question in every loop that can be stopped, on a live and on an ended context; by one thread, by two "
                    + "on one context, and while a sibling is being cancelled.",
            "",
            "Reads"),
    VALUES(
            "Find a value",
            "A value that was bound outermost (hit), or nowhere (miss), under layers of other values.",
            "layers",
            "Values"),
    WAKE_UP(
            "Wake up who waits",
            "From the cancel at the top until every thread that waits at the bottom is awake. The floor is a bare "
                    + "unpark. Goroutines are waited for in Go, which has no platform threads to compare.",
            "",
            "WakeUp"),
    MEMORY(
            "Memory",
            "The bytes that one more context of each kind, or one callback, adds below a live parent; and what a "
                    + "parent still holds of each of 1,000,000 children that have ended.",
            "",
            "Memory|Heap"),
    GO_SET("The benchmarks of Go's own context", "By the names and parameters that they have in Go.", "", "GoSet");

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
