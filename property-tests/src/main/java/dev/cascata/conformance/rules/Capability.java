package dev.cascata.conformance.rules;

/**
 * What a library offers beyond a root, derivation, cancellation and a query for done. A kit declares the capabilities
 * that its library has, and never builds one that the library lacks. A rule whose capabilities are not all declared is
 * not applicable.
 */
public enum Capability {
    /** {@code cancel} returns whether this call ended the context. */
    CANCEL_RESULT("cancel returns whether this call ended the context"),
    /** A done context reports whether it was cancelled or exceeded its deadline. */
    KINDS("a done context reports whether it was cancelled or exceeded its deadline"),
    /** {@code done} returns an object whose identity can be compared. */
    DONE_OBJECT("done returns an object whose identity can be compared"),
    /** {@code cancel} takes a cause, readable on every context that it ended. */
    CAUSES("cancel takes a cause, readable on every context that it ended"),
    /** The cause of a context that ended without a given cause is its err. */
    DEFAULT_CAUSE("without a given cause the cause is the err itself"),
    /** Contexts with a deadline or a timeout, and the deadline can be read. */
    DEADLINES("contexts have deadlines, and a deadline can be read"),
    /** A deadline or timeout takes a cause for its expiry. */
    DEADLINE_CAUSES("a deadline takes a cause for its expiry"),
    /** Durations up to the largest that the language can write. */
    HUGE_DURATIONS("durations can be as large as the language can write"),
    /** Deadlines are kept to the nanosecond, not rounded to milliseconds. */
    NANOSECOND_TICKS("deadlines are kept to the nanosecond"),
    /** Values bound to keys. */
    VALUES("values are bound to keys"),
    /** A derived context that keeps the values and does not end with its parent. */
    DETACH("a derived context can keep the values and nothing else"),
    /** Callbacks that run when a context ends. */
    CALLBACKS("a callback runs when a context ends"),
    /** Callbacks run on the thread that ends the context, within the call. */
    INLINE_CALLBACKS("callbacks run on the thread that ends the context"),
    /** {@code stop} returns whether it prevented the callback. */
    STOP_RESULT("stop returns whether it prevented the callback"),
    /** {@code stop} waits for a callback that is running. */
    STOP_WAITS("stop waits for a running callback"),
    /** Callbacks of one context start in the order of their registration. */
    CALLBACK_ORDER("callbacks start in the order of registration"),
    /** The number of dependents of a context, its children and callbacks, can be read. */
    DEPENDENTS("the number of children and callbacks that a context holds can be read"),
    /** Every timer is made on the environment's scheduler, so that it can be counted. */
    TIMER_COUNT("every timer is made on the given scheduler"),
    /** Time is read only from the environment's clock. */
    VIRTUAL_TIME("time is read only from the given clock"),
    /** A thread can wait for the end. */
    BLOCKING_WAIT("a thread can wait for the end"),
    /** Contexts may be used from many threads at once. */
    THREADS("contexts may be used from many threads at once"),
    /** A context can be derived from another implementation. */
    FOREIGN_PARENTS("a context can be derived from another implementation"),
    /** One context with several parents. */
    MERGE("a context can have several parents"),
    /** A call that is interrupted when its context ends. */
    INTERRUPT_BRIDGE("a running call is interrupted when its context ends"),
    /** A future that is cancelled when a context ends. */
    FUTURES("a future is cancelled when a context ends"),
    /** Cancel ends every linked descendant before it returns. */
    EAGER("cancel ends every linked descendant before it returns"),
    /** Every linked descendant is marked before any thread or callback is notified. */
    TWO_PHASE("every linked descendant is marked before any thread or callback is notified"),
    /** A thread that has seen a context done never sees a live linked child of it. */
    ATOMIC("a thread that has seen a context done never sees a live child of it"),
    /** A descendant checks for the end of its ancestors when it is read. */
    LAZY("a descendant checks for the end of its ancestors when it is read");

    private final String meaning;

    Capability(String meaning) {
        this.meaning = meaning;
    }

    /** What the capability means, as half a sentence. */
    public String meaning() {
        return meaning;
    }
}
