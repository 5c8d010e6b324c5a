package dev.cascata.conformance.rules;

/** The kind of check that can decide a rule. */
public enum Evidence {
    /** Random programs compared with the model after every step. */
    PROGRAM,
    /** A small named scenario, for cases that random programs are unlikely to hit. */
    DIRECTED,
    /** Trees of a million contexts, on a small stack. */
    SCALE,
    /** Children, timers, threads and heap, counted before and after. */
    RESOURCE,
    /** Two threads at once, sampled many times. */
    RACE
}
