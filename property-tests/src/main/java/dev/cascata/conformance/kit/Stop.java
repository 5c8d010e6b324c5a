package dev.cascata.conformance.kit;

/** The handle of a registered callback. */
@FunctionalInterface
public interface Stop {

    /** Takes the callback back; true if this call prevented it from ever running. */
    boolean stop();
}
