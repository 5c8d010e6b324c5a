package dev.cascata.conformance.kit;

/** A way in which a foreign context misbehaves. It passes every other read on to the context inside. */
public enum ForeignQuirk {
    /**
     * Its hook cancels the context inside and calls back before it returns the registration. The context inside can be
     * cancelled.
     */
    CALLS_BACK_AT_ONCE,
    /** Has a done object of its own, which has to be watched. Ends with the context inside, and its err is always null. */
    HIDES_ERR,
    /** Has a done object of its own, which has to be watched. Has the err of the context inside, but no causes. */
    HIDES_CAUSE,
    /** Shares done, and reports tick 3 as its deadline. */
    SHORTENS_DEADLINE,
    /** Shares done, and once done returns "deadline exceeded" as its err. */
    CHANGES_ERR,
    /** Its hook never calls back. It stays live when the context inside ends, but returns the cause of that end. */
    OUTLIVES
}
