package dev.cascata.conformance.rules;

/**
 * What a library offers beyond a root, derivation, cancellation and "is it done". A kit declares the set that its
 * library has and never builds one that it lacks; a rule whose capabilities are not all declared is not applicable.
 */
public enum Capability {
    /** {@code cancel} answers whether this call was the one that ended the context. */
    CANCEL_RESULT("cancel tells its caller whether it was the one that ended the context"),
    /** An ended context tells cancelled from deadline exceeded. */
    KINDS("an ended context tells cancelled from deadline exceeded"),
    /** {@code done} answers an object whose identity can be compared. */
    DONE_OBJECT("done is an object of its own"),
    /** {@code cancel} takes a cause, readable on every context that it ended. */
    CAUSES("cancel takes a cause, readable on every context that it ended"),
    /** A context that ended without a given cause answers its err as cause. */
    DEFAULT_CAUSE("without a given cause the cause is the err itself"),
    /** Contexts with a deadline or a timeout, and the deadline can be read. */
    DEADLINES("contexts have deadlines, and a deadline can be read"),
    /** A deadline or timeout takes a cause for its expiry. */
    DEADLINE_CAUSES("a deadline takes a cause for its expiry"),
    /** Durations up to the largest that the language can write. */
    HUGE_DURATIONS("durations up to the largest that can be written"),
    /** Deadlines are kept to the nanosecond, not rounded to milliseconds. */
    NANOSECOND_TICKS("deadlines are kept to the nanosecond"),
    /** Values bound to keys. */
    VALUES("values are bound to keys"),
    /** A derived context that keeps the values and is cut off from cancellation. */
    DETACH("a derived context can keep the values and nothing else"),
    /** Callbacks that run when a context ends. */
    CALLBACKS("a callback runs when a context ends"),
    /** Callbacks run on the thread that ends the context, within the call. */
    INLINE_CALLBACKS("callbacks run on the thread that ends the context"),
    /** {@code stop} answers whether it prevented the callback. */
    STOP_RESULT("stop tells whether it prevented the callback"),
    /** {@code stop} waits for a callback that is running. */
    STOP_WAITS("stop waits for a running callback"),
    /** Callbacks of one context start in the order of their registration. */
    CALLBACK_ORDER("callbacks start in the order of registration"),
    /** The number of children and callbacks that a context holds can be read. */
    DEPENDENTS("the number of children and callbacks held can be read"),
    /** Every timer is made on the environment's scheduler, so that it can be counted. */
    TIMER_COUNT("every timer is made on the given scheduler"),
    /** Time is read from the environment's clock alone. */
    VIRTUAL_TIME("time is read from the given clock alone"),
    /** A thread can wait for the end. */
    BLOCKING_WAIT("a thread can wait for the end"),
    /** Contexts may be used from many threads at once. */
    THREADS("contexts may be used from many threads at once"),
    /** A context may be derived from somebody else's implementation. */
    FOREIGN_PARENTS("a context can be derived from somebody else's context"),
    /** One context with several parents. */
    MERGE("a context can have several parents"),
    /** A call that is interrupted when its context ends. */
    INTERRUPT_BRIDGE("a running call is interrupted when its context ends"),
    /** A future that is cancelled when a context ends. */
    FUTURES("a future is cancelled when a context ends"),
    /** Cancel ends every linked descendant before it returns. */
    EAGER("cancel ends every linked descendant before it returns"),
    /** Every linked descendant is marked before anybody is notified. */
    TWO_PHASE("every linked descendant is marked before anybody is notified"),
    /** No reader sees a live linked child of a context that it has seen done. */
    ATOMIC("no reader sees a live child of a context that it saw done"),
    /** A descendant finds out that an ancestor ended when it is read. */
    LAZY("a descendant finds out when it is read");

    private final String meaning;

    Capability(String meaning) {
        this.meaning = meaning;
    }

    /** What the capability means, as half a sentence. */
    public String meaning() {
        return meaning;
    }
}
