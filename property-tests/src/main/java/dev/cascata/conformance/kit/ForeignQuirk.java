package dev.cascata.conformance.kit;

/** How somebody else's context may behave that is wrapped around one of the library under test, as nobody would wish. */
public enum ForeignQuirk {
    /** Has a hook that ends the context inside, which must be cancellable, and calls back before it returns. */
    CALLS_BACK_AT_ONCE,
    /** Has a done of its own, which has to be watched; ends with the context inside, and never tells an err. */
    HIDES_ERR,
    /** As {@link #HIDES_ERR}, but tells its err; says nothing about causes. */
    HIDES_CAUSE,
    /** Shares done; reports tick 3 as its deadline. */
    SHORTENS_DEADLINE,
    /** Shares done; once ended, answers deadline exceeded as its err. */
    CHANGES_ERR,
    /** Has a hook that never calls back, and stays live when the context inside ends; tells the cause of that. */
    OUTLIVES
}
