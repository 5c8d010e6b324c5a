package dev.cascata.conformance.kit;

/** How somebody else's context, wrapped around one of the library under test, shows its end. */
public enum ForeignShape {
    /** Hands on the done of the context inside. */
    SHARING,
    /** Has a done of its own, a new object at each call, and no way to register a callback: has to be watched. */
    OWN,
    /** Has a done of its own and a way to register a callback, to be used instead of watching. */
    HOOK
}
