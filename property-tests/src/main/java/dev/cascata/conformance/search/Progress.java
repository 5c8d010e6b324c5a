package dev.cascata.conformance.search;

import dev.cascata.conformance.rules.Rule;

/** Receives how far a run is. */
public interface Progress {
    /** Ignores it. */
    Progress NONE = new Progress() {};

    default void programs(String kit, int done, int of) {}

    default void checks(String kit, int done, int of) {}

    default void shrinking(String kit, Rule rule) {}

    default void end() {}
}
