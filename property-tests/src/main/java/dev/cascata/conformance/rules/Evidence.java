package dev.cascata.conformance.rules;

/** The kind of check that can decide a rule. */
public enum Evidence {
    /** Random programs compared with the model after every step. */
    PROGRAM,
    /** A small named scenario, where chance is a poor finder. */
    DIRECTED,
    /** Trees of a million contexts, on a small stack. */
    SCALE,
    /** Children, timers, threads and heap back where they started. */
    RESOURCE,
    /** Two threads at once, sampled many times. */
    RACE
}
