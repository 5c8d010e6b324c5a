package dev.cascata.conformance.kit;

import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Something that can be judged: a {@link ContextKit}, or an adapter in a process of its own. */
public interface Kit {

    /** A short name for reports, with the library's version if it has one. */
    String name();

    /** What the library offers. Declared truthfully: the suite holds the library to it. */
    Set<Capability> capabilities();

    /** Rules that the library breaks as documented: for each, the place in its documentation. */
    default Map<Rule, String> differs() {
        return Map.of();
    }

    /** The expression that links a child to its parent, if it is the kit's own code; reports quote it. */
    default String linking() {
        return "";
    }

    /** How many contexts below one another one step may make; programs that go deeper are not run. */
    default int deepest() {
        return Integer.MAX_VALUE;
    }

    /** The name of its class; of an adapter, the flag that chooses it on the command line, with its value. */
    default String id() {
        return getClass().getName();
    }

    /** What went wrong with the kit so far, and did not end the run. */
    default List<String> faults() {
        return List.of();
    }
}
