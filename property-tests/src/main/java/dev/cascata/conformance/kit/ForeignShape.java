package dev.cascata.conformance.kit;

/** How a foreign context shows its end. It ends with the context inside. */
public enum ForeignShape {
    /** Returns the done object of the context inside. */
    SHARING,
    /** Returns a done object of its own, a new one at each call. It has no hook, so it has to be watched. */
    OWN,
    /** Returns a done object of its own, and has a hook: a way to register a callback, used instead of watching. */
    HOOK
}
