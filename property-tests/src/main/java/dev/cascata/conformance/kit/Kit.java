package dev.cascata.conformance.kit;

import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the suite judges: a {@link ContextKit}, or an adapter in a process of its own. */
public interface Kit {

    /** Returns a short name for reports, with the version of the library if it has one. */
    String name();

    /** Returns what the library documents. The suite judges the library by it. */
    Set<Capability> capabilities();

    /** Returns the rules that the library breaks as documented: for each, the place in its documentation. */
    default Map<Rule, String> differs() {
        return Map.of();
    }

    /**
     * Returns the expression that links a child to its parent, if that is code of the kit; empty if the library links
     * them. Reports quote it.
     */
    default String linking() {
        return "";
    }

    /** Returns how deep a chain one step may make. Programs with deeper chains are not run. */
    default int deepest() {
        return Integer.MAX_VALUE;
    }

    /** Returns the name of the kit's class; for an adapter, the flag that chooses it on the command line, with its value. */
    default String id() {
        return getClass().getName();
    }

    /** Returns the faults of the kit so far that did not end the run. */
    default List<String> faults() {
        return List.of();
    }
}
