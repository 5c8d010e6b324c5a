package dev.cascata.conformance.rules;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Sources of rules that were observed nowhere: what this catalogue asks for on its own account. */
public final class Promises {
    private static final Map<String, String> ALL = Collections.unmodifiableMap(new TreeMap<>(Map.of(
            "P1", "No operation on a live or ended context throws.",
            "P2", "Every operation returns.")));

    private Promises() {}

    /** The promises by id, in the order of their ids. */
    public static Map<String, String> all() {
        return ALL;
    }
}
