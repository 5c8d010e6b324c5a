package dev.cascata.conformance.model;

/** The event that ended a context, as seen from that context. */
public enum EndEvent {
    CANCELLED,
    CANCELLED_ABOVE,
    EXPIRED,
    EXPIRED_ABOVE,
    /** Its own deadline and an ancestor's event fell on the same tick. */
    TIED,
    /** Derived from a context that was done. */
    BORN_DONE,
    /** Derived with a deadline that had passed. */
    BORN_PAST
}
