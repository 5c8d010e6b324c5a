package dev.cascata.conformance.rules;

import static java.util.Map.entry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sources of rules that were observed nowhere: what this catalogue asks for on its own account. */
public final class Promises {
    private static final Map<String, String> ALL = Collections.unmodifiableMap(inOrder(
            entry("P1", "No operation on a live or ended context throws."),
            entry("P2", "Every operation returns."),
            entry("P3", "An executor that refuses a callback harms nobody else."),
            entry("P4", "What an end costs for each context does not depend on how many there are."),
            entry("P5", "Every operation works at any depth."),
            entry("P6", "The printed form of a context stays short."),
            entry("P7", "An expiry reaches as far as a cancel."),
            entry("P8", "Nothing that lives holds what has ended."),
            entry("P30", "Every end wakes whoever waits for it."),
            entry("P31", "Whoever waits too late does not wait."),
            entry("P32", "A limit is measured on the clock of the context."),
            entry("P33", "An interrupt ends the wait and nothing else."),
            entry("P34", "A wait leaves nothing behind.")));

    private Promises() {}

    /** The promises by id, in the order of their ids. */
    public static Map<String, String> all() {
        return ALL;
    }

    @SafeVarargs
    private static Map<String, String> inOrder(Map.Entry<String, String>... entries) {
        Map<String, String> all = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : entries) {
            all.put(entry.getKey(), entry.getValue());
        }
        return all;
    }
}
