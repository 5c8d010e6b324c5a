package dev.cascata.conformance.search;

import dev.cascata.conformance.rules.Rule;

/** Told how far a run has got. */
public interface Progress {
    /** Tells nobody. */
    Progress NONE = new Progress() {};

    default void programs(String kit, int done, int of) {}

    default void checks(String kit, int done, int of) {}

    default void shrinking(String kit, Rule rule) {}

    default void end() {}
}
